package companion.practice.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;

class UploadsTest {
    private static final int PART = 5 << 20;

    private final TestBuckets s3 = new TestBuckets("us-east-1");
    private final S3Client client = s3.client();
    private String upload;

    @BeforeEach
    void beginAnUpload() {
        client.createBucket(r -> r.bucket("mine"));
        upload = client.createMultipartUpload(r -> r.bucket("mine").key("k").contentType("text/plain"))
                .uploadId();
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void partsBecomeOneObject() {
        var first = part(1, PART);
        var last = part(2, 10);

        assertThat(client.listParts(r -> r.bucket("mine").key("k").uploadId(upload)).parts())
                .extracting(Part::size)
                .containsExactly((long) PART, 10L);
        assertThat(client.listObjectsV2(r -> r.bucket("mine")).contents()).isEmpty();
        complete(first, last);

        var got = client.getObjectAsBytes(r -> r.bucket("mine").key("k"));
        assertThat(got.asByteArray()).hasSize(PART + 10).startsWith(bytes(1, PART)).endsWith(bytes(2, 10));
        assertThat(got.response().eTag()).matches("\"[0-9a-f]{32}-2\"");
        assertThat(got.response().contentType()).isEqualTo("text/plain");
        assertThat(client.listMultipartUploads(r -> r.bucket("mine")).uploads()).isEmpty();
    }

    @Test
    void aPartThatIsWrongLeavesTheUploadAsItWas() {
        var small = part(1, 10);
        var last = part(2, 10);

        fails("EntityTooSmall", small, last);
        fails("InvalidPartOrder", last, small);
        fails("InvalidPart", CompletedPart.builder().partNumber(3).eTag("x").build());
        fails("InvalidPart", CompletedPart.builder().partNumber(1).eTag("x").build());
        complete(small);

        assertThat(client.headObject(r -> r.bucket("mine").key("k")).contentLength()).isEqualTo(10);
    }

    @Test
    void anAbortedUploadIsGone() {
        part(1, 10);
        assertThat(client.listMultipartUploads(r -> r.bucket("mine")).uploads())
                .extracting(MultipartUpload::uploadId)
                .containsExactly(upload);

        client.abortMultipartUpload(r -> r.bucket("mine").key("k").uploadId(upload));

        assertThatThrownBy(() -> part(2, 10)).isInstanceOf(NoSuchUploadException.class);
        assertThat(client.listMultipartUploads(r -> r.bucket("mine")).uploads()).isEmpty();
    }

    @Test
    void uploadsAreListedPageByPage() {
        for (var key : new String[] {"a", "k", "z"}) {
            client.createMultipartUpload(r -> r.bucket("mine").key(key));
        }

        assertThat(client.listMultipartUploadsPaginator(r -> r.bucket("mine").maxUploads(1)).uploads())
                .extracting(MultipartUpload::key)
                .containsExactly("a", "k", "k", "z");
    }

    private CompletedPart part(int number, int size) {
        var etag = client.uploadPart(
                        r -> r.bucket("mine").key("k").uploadId(upload).partNumber(number),
                        RequestBody.fromBytes(bytes(number, size)))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private static byte[] bytes(int seed, int size) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void complete(CompletedPart... parts) {
        client.completeMultipartUpload(
                r -> r.bucket("mine").key("k").uploadId(upload).multipartUpload(m -> m.parts(parts)));
    }

    private void fails(String code, CompletedPart... parts) {
        assertThatThrownBy(() -> complete(parts))
                .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.awsErrorDetails().errorCode())
                        .isEqualTo(code));
    }
}
