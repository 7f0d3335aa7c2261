package companion.practice.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.wire.TestDoor;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class ObjectsTest {
    private final TestBuckets s3 = new TestBuckets("eu-west-1");
    private final S3Client client = s3.client();

    @BeforeEach
    void makeABucket() {
        client.createBucket(r -> r.bucket("artifacts")
                .createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "MyFirstPipeline/SourceArti/x1Yz.zip", "ü b+c/%20/&?=#'\"!*().txt", "a//b/", "~-_."})
    void anObjectComesBackAsItWasPut(String key) {
        var bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);

        var put = client.putObject(
                r -> r.bucket("artifacts")
                        .key(key)
                        .contentType("application/zip")
                        .cacheControl("no-store")
                        .metadata(Map.of("pipeline", "MyFirstPipeline", "commit-id", "4f2a91c")),
                RequestBody.fromBytes(bytes));
        var got = client.getObjectAsBytes(r -> r.bucket("artifacts").key(key));

        assertThat(got.asByteArray()).isEqualTo(bytes);
        assertThat(got.response().eTag()).isEqualTo(put.eTag()).matches("\"[0-9a-f]{32}\"");
        assertThat(got.response().contentType()).isEqualTo("application/zip");
        assertThat(got.response().cacheControl()).isEqualTo("no-store");
        assertThat(got.response().contentLength()).isEqualTo(100_000);
        assertThat(got.response().contentEncoding()).isNull();
        assertThat(got.response().lastModified()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(got.response().serverSideEncryptionAsString()).isEqualTo("AES256");
        assertThat(got.response().metadata())
                .isEqualTo(Map.of("pipeline", "MyFirstPipeline", "commit-id", "4f2a91c"));
    }

    @Test
    void anEmptyObjectIsAnObject() {
        client.putObject(r -> r.bucket("artifacts").key("empty"), RequestBody.empty());

        assertThat(client.getObjectAsBytes(r -> r.bucket("artifacts").key("empty")).asByteArray()).isEmpty();
        assertThat(client.headObject(r -> r.bucket("artifacts").key("empty")).contentLength()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = ChecksumAlgorithm.class, names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void checksumsAreVerifiedKeptAndGivenBack(ChecksumAlgorithm algorithm) {
        client.putObject(
                r -> r.bucket("artifacts").key("k").checksumAlgorithm(algorithm), RequestBody.fromString("hello"));

        var head = client.headObject(r -> r.bucket("artifacts").key("k").checksumMode(ChecksumMode.ENABLED));

        assertThat(new String[] {
                    head.checksumCRC32(), head.checksumCRC32C(), head.checksumSHA1(), head.checksumSHA256()
                })
                .filteredOn(java.util.Objects::nonNull)
                .hasSize(1);
        assertThat(client.getObjectAsBytes(r -> r.bucket("artifacts").key("k").checksumMode(ChecksumMode.ENABLED))
                        .asUtf8String())
                .isEqualTo("hello");
    }

    @Test
    void aBodyThatDoesNotMatchItsDigestIsRefusedAndKeepsNothing() {
        fails(
                () -> client.putObject(
                        r -> r.bucket("artifacts").key("k").contentMD5("1B2M2Y8AsgTpgAmY7PhCfg=="),
                        RequestBody.fromString("hello")),
                400,
                "BadDigest");
        fails(
                () -> client.putObject(
                        r -> r.bucket("artifacts").key("k").checksumCRC32("AAAAAA=="), RequestBody.fromString("hello")),
                400,
                "BadDigest");

        assertThat(client.listObjectsV2(r -> r.bucket("artifacts")).contents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3,   0123,   bytes 0-3/10",
        "bytes=7-,    789,    bytes 7-9/10",
        "bytes=-2,    89,     bytes 8-9/10",
        "bytes=5-500, 56789,  bytes 5-9/10"
    })
    void aRangeIsAPartOfTheObject(String range, String part, String contentRange) {
        client.putObject(r -> r.bucket("artifacts").key("k"), RequestBody.fromString("0123456789"));

        var got = client.getObjectAsBytes(r -> r.bucket("artifacts").key("k").range(range));

        assertThat(got.asUtf8String()).isEqualTo(part);
        assertThat(got.response().contentRange()).isEqualTo(contentRange);
        assertThat(got.response().sdkHttpResponse().statusCode()).isEqualTo(206);
    }

    @Test
    void aRangeBehindTheEndIsNotSatisfiable() {
        client.putObject(r -> r.bucket("artifacts").key("k"), RequestBody.fromString("0123456789"));

        fails(
                () -> client.getObjectAsBytes(r -> r.bucket("artifacts").key("k").range("bytes=10-")),
                416,
                "InvalidRange");
    }

    @Test
    void conditionsAreKept() {
        var etag = client.putObject(r -> r.bucket("artifacts").key("k"), RequestBody.fromString("1")).eTag();

        fails(
                () -> client.putObject(
                        r -> r.bucket("artifacts").key("k").ifNoneMatch("*"), RequestBody.fromString("2")),
                412,
                "PreconditionFailed");
        fails(
                () -> client.getObjectAsBytes(r -> r.bucket("artifacts").key("k").ifMatch("\"0\"")),
                412,
                "PreconditionFailed");
        assertThatThrownBy(() -> client.getObjectAsBytes(r -> r.bucket("artifacts").key("k").ifNoneMatch(etag)))
                .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
        client.putObject(r -> r.bucket("artifacts").key("k").ifMatch(etag), RequestBody.fromString("3"));
        assertThat(client.getObjectAsBytes(r -> r.bucket("artifacts").key("k")).asUtf8String()).isEqualTo("3");
    }

    @Test
    void whatIsNotThereIsSaidInTheSdksOwnExceptions() {
        assertThatThrownBy(() -> client.getObjectAsBytes(r -> r.bucket("artifacts").key("none")))
                .isInstanceOfSatisfying(NoSuchKeyException.class, e -> assertThat(e.awsErrorDetails().errorMessage())
                        .isEqualTo("The specified key does not exist."));
        assertThatThrownBy(() -> client.headObject(r -> r.bucket("artifacts").key("none")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> client.putObject(r -> r.bucket("nowhere").key("k"), RequestBody.fromString("x")))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void aCopyKeepsOrReplacesWhatIsSaidOfTheObject() {
        client.putObject(
                r -> r.bucket("artifacts").key("ü 1+2").contentType("text/html").metadata(Map.of("a", "1")),
                RequestBody.fromString("hello"));

        client.copyObject(r -> r.sourceBucket("artifacts")
                .sourceKey("ü 1+2")
                .destinationBucket("artifacts")
                .destinationKey("kept"));
        client.copyObject(r -> r.sourceBucket("artifacts")
                .sourceKey("ü 1+2")
                .destinationBucket("artifacts")
                .destinationKey("replaced")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("b", "2")));

        var kept = client.getObjectAsBytes(r -> r.bucket("artifacts").key("kept"));
        assertThat(kept.asUtf8String()).isEqualTo("hello");
        assertThat(kept.response().contentType()).isEqualTo("text/html");
        assertThat(kept.response().metadata()).isEqualTo(Map.of("a", "1"));
        assertThat(client.headObject(r -> r.bucket("artifacts").key("replaced")).metadata())
                .isEqualTo(Map.of("b", "2"));
        fails(
                () -> client.copyObject(r -> r.sourceBucket("artifacts")
                        .sourceKey("kept")
                        .destinationBucket("artifacts")
                        .destinationKey("kept")),
                400,
                "InvalidRequest");
    }

    @Test
    void tagsStayWithTheObject() {
        client.putObject(r -> r.bucket("artifacts").key("k").tagging("a=1&b=x%20y"), RequestBody.fromString("x"));

        assertThat(client.getObjectTagging(r -> r.bucket("artifacts").key("k")).tagSet())
                .containsExactly(tag("a", "1"), tag("b", "x y"));
        client.putObjectTagging(r -> r.bucket("artifacts").key("k").tagging(t -> t.tagSet(tag("c", "3"))));
        assertThat(client.getObjectAsBytes(r -> r.bucket("artifacts").key("k")).response().tagCount()).isEqualTo(1);
    }

    @Test
    void accessListsAreNotSupportedAsInEveryNewBucket() {
        fails(
                () -> client.putObject(
                        r -> r.bucket("artifacts").key("k").acl("public-read"), RequestBody.fromString("x")),
                400,
                "AccessControlListNotSupported");
    }

    @Test
    void keysOfCustomersAreRefusedAndSoNeverKept() {
        fails(
                () -> client.putObject(
                        r -> r.bucket("artifacts")
                                .key("k")
                                .sseCustomerAlgorithm("AES256")
                                .sseCustomerKey("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")
                                .sseCustomerKeyMD5("hRasmdxgYDKV3nvbahU1MA=="),
                        RequestBody.fromString("x")),
                405,
                "MethodNotAllowed");
    }

    @Test
    void aPresignedUrlNeedsNoOtherSignature() throws Exception {
        client.putObject(r -> r.bucket("artifacts").key("ü/k"), RequestBody.fromString("hello"));
        try (var presigner = S3Presigner.builder()
                .endpointOverride(s3.door().endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        TestDoor.aws(s3.door().credentials().learner())))
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            var url = presigner
                    .presignGetObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(g -> g.bucket("artifacts").key("ü/k")))
                    .url();

            assertThat(new String(url.openStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hello");
        }
    }

    @Test
    void aBucketCanBeAHostName() throws Exception {
        client.putObject(r -> r.bucket("artifacts").key("a/b"), RequestBody.fromString("hello"));
        int port = s3.door().endpoint().getPort();
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create("http://artifacts.localhost:" + port + "/a/b"))
                .build();
        var learner = TestDoor.aws(s3.door().credentials().learner());
        var signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(learner)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false))
                .request();
        var text = new StringBuilder("GET /a/b HTTP/1.1\r\nConnection: close\r\n");
        signed.headers().forEach((name, values) -> text.append(name + ": " + values.getFirst() + "\r\n"));

        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("\r\n\r\nhello");
        }
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static void fails(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, e -> {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.statusCode()).isEqualTo(status);
        });
    }
}
