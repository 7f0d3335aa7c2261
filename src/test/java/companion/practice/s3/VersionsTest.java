package companion.practice.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Versions, delete markers, and the listings. */
class VersionsTest {
    private final TestBuckets s3 = new TestBuckets("us-east-1");
    private final S3Client client = s3.client();

    @BeforeEach
    void makeABucket() {
        client.createBucket(r -> r.bucket("mine"));
    }

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void aVersionedBucketForgetsNothing() {
        version(BucketVersioningStatus.ENABLED);
        var first = put("k", "1");
        var second = put("k", "2");
        var deleted = client.deleteObject(r -> r.bucket("mine").key("k"));

        assertThat(deleted.deleteMarker()).isTrue();
        assertThatThrownBy(() -> get("k", null)).isInstanceOf(NoSuchKeyException.class);
        assertThat(get("k", first)).isEqualTo("1");
        assertThat(get("k", second)).isEqualTo("2");
        assertThatThrownBy(() -> get("k", deleted.versionId()))
                .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(405));
        var all = client.listObjectVersions(r -> r.bucket("mine"));
        assertThat(all.versions()).extracting(ObjectVersion::versionId).containsExactly(second, first);
        assertThat(all.versions()).extracting(ObjectVersion::isLatest).containsExactly(false, false);
        assertThat(all.deleteMarkers()).extracting(DeleteMarkerEntry::isLatest).containsExactly(true);

        client.deleteObject(r -> r.bucket("mine").key("k").versionId(deleted.versionId()));
        assertThat(get("k", null)).isEqualTo("2");
    }

    @Test
    void aSuspendedBucketReplacesItsNullVersionAndKeepsTheOthers() {
        put("k", "before");
        version(BucketVersioningStatus.ENABLED);
        var kept = put("k", "kept");
        version(BucketVersioningStatus.SUSPENDED);

        assertThat(put("k", "after")).isEqualTo("null");

        assertThat(client.listObjectVersions(r -> r.bucket("mine")).versions())
                .extracting(ObjectVersion::versionId)
                .containsExactly("null", kept);
        assertThat(get("k", "null")).isEqualTo("after");
    }

    @Test
    void aBucketIsEmptiedByItsVersions() {
        version(BucketVersioningStatus.ENABLED);
        IntStream.range(0, 5).forEach(i -> put("k" + i % 2, "v" + i));
        client.deleteObject(r -> r.bucket("mine").key("k0"));

        for (var page : client.listObjectVersionsPaginator(r -> r.bucket("mine").maxKeys(2))) {
            var ids = new java.util.ArrayList<ObjectIdentifier>();
            page.versions().forEach(v -> ids.add(id(v.key(), v.versionId())));
            page.deleteMarkers().forEach(v -> ids.add(id(v.key(), v.versionId())));
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            var answer = client.deleteObjects(r -> r.bucket("mine").delete(d -> d.objects(ids)));
            assertThat(answer.deleted()).extracting(DeletedObject::key).hasSize(ids.size());
            assertThat(answer.errors()).isEmpty();
        }

        client.deleteBucket(r -> r.bucket("mine"));
        assertThat(client.listBuckets().buckets()).isEmpty();
    }

    @Test
    void keysAreListedInOrderPageByPage() {
        IntStream.range(0, 25).forEach(i -> put("k%02d".formatted(i), "x"));

        var first = client.listObjectsV2(r -> r.bucket("mine").maxKeys(10));
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.keyCount()).isEqualTo(10);
        assertThat(client.listObjectsV2Paginator(r -> r.bucket("mine").maxKeys(10)).contents())
                .extracting(S3Object::key)
                .hasSize(25)
                .isSorted();
        assertThat(client.listObjects(r -> r.bucket("mine").marker("k20")).contents())
                .extracting(S3Object::key)
                .containsExactly("k21", "k22", "k23", "k24");
        assertThat(client.listObjectsV2(r -> r.bucket("mine").startAfter("k22").prefix("k2")).contents())
                .extracting(S3Object::key)
                .containsExactly("k23", "k24");
    }

    @Test
    void aDelimiterFoldsKeysIntoPrefixes() {
        for (var key : new String[] {"a/1", "a/2", "b", "c/d/1", "ü x/1", "z"}) {
            put(key, "x");
        }

        var page = client.listObjectsV2Paginator(r -> r.bucket("mine").delimiter("/").maxKeys(2));

        assertThat(page.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a/", "c/", "ü x/");
        assertThat(page.contents()).extracting(S3Object::key).containsExactly("b", "z");
        assertThat(client.listObjectsV2(r -> r.bucket("mine").prefix("c/").delimiter("/")).commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("c/d/");
    }

    @Test
    void keysThatXmlCouldNotHoldComeThroughUrlEncoded() {
        put("a&b<c> d+e%20", "x");

        assertThat(client.listObjectsV2(r -> r.bucket("mine").encodingType("url")).contents())
                .extracting(S3Object::key)
                .containsExactly("a&b<c> d+e%20");
    }

    @Test
    void deletingWhatIsNotThereSucceeds() {
        assertThat(client.deleteObject(r -> r.bucket("mine").key("none")).sdkHttpResponse().statusCode())
                .isEqualTo(204);
    }

    private static ObjectIdentifier id(String key, String versionId) {
        return ObjectIdentifier.builder().key(key).versionId(versionId).build();
    }

    private void version(BucketVersioningStatus status) {
        client.putBucketVersioning(r -> r.bucket("mine").versioningConfiguration(v -> v.status(status)));
    }

    private String put(String key, String content) {
        return client.putObject(r -> r.bucket("mine").key(key), RequestBody.fromString(content))
                .versionId();
    }

    private String get(String key, String versionId) {
        return client.getObjectAsBytes(r -> r.bucket("mine").key(key).versionId(versionId))
                .asUtf8String();
    }
}
