package companion.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.wire.TestDoor;
import companion.practice.world.Speed;
import companion.practice.world.StateInUseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.sts.StsClient;

class PracticeCloudTest {
    @TempDir
    Path folder;

    @Test
    void itAnswersUnderItsEndpointWithTheLearnersKeys() throws Exception {
        try (var cloud = start(null)) {
            assertThat(cloud.endpoint().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
            assertThat(sts(cloud).getCallerIdentity().account()).isEqualTo("123456789012");
        }
    }

    @Test
    void whatWasThereIsThereAgainAfterAStart() throws Exception {
        List<String> before;
        String upload;
        try (var cloud = start(folder)) {
            cloud.clock().setSpeed(Speed.PAUSED);
            var s3 = s3(cloud);
            s3.createBucket(r -> r.bucket("artifacts"));
            s3.putBucketVersioning(r -> r.bucket("artifacts")
                    .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            s3.putObject(r -> r.bucket("artifacts").key("k").contentType("text/plain"), RequestBody.fromString("one"));
            cloud.clock().step(Duration.ofHours(1));
            s3.putObject(
                    r -> r.bucket("artifacts").key("k"), RequestBody.fromBytes(new byte[200_000]));
            s3.deleteObject(r -> r.bucket("artifacts").key("k"));
            upload = s3.createMultipartUpload(r -> r.bucket("artifacts").key("u")).uploadId();
            s3.uploadPart(
                    r -> r.bucket("artifacts").key("u").uploadId(upload).partNumber(1), RequestBody.fromString("part"));
            assertThatThrownBy(() -> s3.deleteBucket(r -> r.bucket("artifacts"))).hasMessageContaining("not empty");
            before = everything(cloud);
        }

        try (var cloud = start(folder)) {
            assertThat(everything(cloud)).isEqualTo(before);
            assertThat(s3(cloud).listParts(r -> r.bucket("artifacts").key("u").uploadId(upload)).parts()).hasSize(1);
        }
    }

    @Test
    void itIsWhereItWasSoThatClonesStillFindIt() throws Exception {
        URI before;
        try (var cloud = start(folder)) {
            before = cloud.endpoint();
        }
        try (var cloud = start(folder)) {
            assertThat(cloud.endpoint()).isEqualTo(before);
        }
    }

    @Test
    void itGoesElsewhereIfSomebodyElseIsThereNow() throws Exception {
        URI before;
        try (var cloud = start(folder)) {
            before = cloud.endpoint();
        }
        try (var other = new ServerSocket(before.getPort(), 1, InetAddress.getByName("127.0.0.1"));
                var cloud = start(folder)) {
            assertThat(other.isBound()).isTrue();
            assertThat(cloud.endpoint()).isNotEqualTo(before);
            assertThat(sts(cloud).getCallerIdentity().account()).isEqualTo("123456789012");
        }
    }

    @Test
    void aCommandThatTheEndOfTheProcessCutShortLeavesTheOnesBeforeIt() throws Exception {
        try (var cloud = start(folder)) {
            s3(cloud).createBucket(r -> r.bucket("first"));
            s3(cloud).createBucket(r -> r.bucket("second"));
        }
        var journal = folder.resolve("journal");
        var bytes = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 3));

        try (var cloud = start(folder)) {
            assertThat(s3(cloud).listBuckets().buckets()).extracting(b -> b.name()).containsExactly("first");
        }
    }

    @Test
    void readsAndRefusalsAtTheDoorLeaveNoTrace() throws Exception {
        try (var cloud = start(folder)) {
            s3(cloud).createBucket(r -> r.bucket("artifacts"));
            var size = Files.size(folder.resolve("journal"));

            s3(cloud).listBuckets();
            s3(cloud).headBucket(r -> r.bucket("artifacts"));
            sts(cloud).getSessionToken();
            assertThatThrownBy(() -> s3(cloud).getBucketCors(r -> r.bucket("artifacts")));
            assertThatThrownBy(() -> s3(cloud).putBucketCors(r -> r.bucket("artifacts")
                    .corsConfiguration(c -> c.corsRules(x -> x.allowedMethods("GET").allowedOrigins("*")))));

            assertThat(Files.size(folder.resolve("journal"))).isEqualTo(size);
        }
    }

    @Test
    void noSecretIsEverWritten() throws Exception {
        var secrets = new ArrayList<String>();
        try (var cloud = start(folder)) {
            s3(cloud).createBucket(r -> r.bucket("artifacts"));
            s3(cloud).putObject(r -> r.bucket("artifacts").key("k"), RequestBody.fromString("x"));
            var session = sts(cloud).getSessionToken().credentials();
            secrets.addAll(List.of(
                    cloud.secretAccessKey(),
                    cloud.gitPassword(),
                    session.secretAccessKey(),
                    session.sessionToken()));
        }

        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(secrets);
            }
        }
    }

    @Test
    void keysAreOthersAtEachStart() throws Exception {
        String first;
        try (var cloud = start(folder)) {
            first = cloud.secretAccessKey();
        }
        try (var cloud = start(folder)) {
            assertThat(cloud.secretAccessKey()).isNotEqualTo(first);
        }
    }

    @Test
    void theSpeedIsTheOneAskedForOrTheOneItHad() throws Exception {
        try (var cloud = PracticeCloud.start(PracticeSettings.on(0, folder, new Speed(30)))) {
            assertThat(cloud.clock().speed()).isEqualTo(new Speed(30));
        }
        try (var cloud = start(folder)) {
            assertThat(cloud.clock().speed()).isEqualTo(new Speed(30));
        }
    }

    @Test
    void sixtyFourClientsAtOnceAreAllServed() throws Exception {
        try (var cloud = start(null);
                var s3 = s3(cloud);
                var sts = sts(cloud);
                var threads = Executors.newFixedThreadPool(64)) {
            s3.createBucket(r -> r.bucket("artifacts"));
            var jobs = IntStream.range(0, 64)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        for (int j = 0; j < 5; j++) {
                            var key = i + "/" + j;
                            s3.putObject(r -> r.bucket("artifacts").key(key), RequestBody.fromString(key));
                            assertThat(s3.getObjectAsBytes(r -> r.bucket("artifacts").key(key)).asUtf8String())
                                    .isEqualTo(key);
                            assertThat(sts.getCallerIdentity().account()).isEqualTo("123456789012");
                        }
                        return i;
                    })
                    .toList();

            for (var done : threads.invokeAll(jobs)) {
                done.get();
            }

            assertThat(s3.listObjectsV2(r -> r.bucket("artifacts")).contents()).hasSize(320);
        }
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (var cloud = start(null)) {
            var port = cloud.endpoint().getPort();

            assertThatThrownBy(() -> PracticeCloud.start(PracticeSettings.on(port, null, null)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Port " + port + " of 127.0.0.1 is taken. Choose another one");
        }
    }

    @Test
    void aFolderThatIsInUseIsSaid() throws Exception {
        try (var cloud = start(folder)) {
            assertThatThrownBy(() -> start(folder)).isInstanceOf(StateInUseException.class);
        }
    }

    @Test
    void gitUrlsNameTheRegionWhereItIsNotTheFirst() throws Exception {
        try (var cloud = start(null)) {
            URI endpoint = cloud.endpoint();

            assertThat(cloud.gitUrl("us-east-1", "MyRepo")).isEqualTo(endpoint + "/v1/repos/MyRepo");
            assertThat(cloud.gitUrl("eu-west-1", "MyRepo")).isEqualTo(endpoint + "/eu-west-1/v1/repos/MyRepo");
        }
    }

    private static PracticeCloud start(@Nullable Path state) throws IOException {
        return PracticeCloud.start(PracticeSettings.on(0, state, null));
    }

    private static List<String> everything(PracticeCloud cloud) {
        var s3 = s3(cloud);
        var all = new ArrayList<String>();
        for (var bucket : s3.listBuckets().buckets()) {
            all.add(bucket.toString());
            var versions = s3.listObjectVersions(r -> r.bucket(bucket.name()));
            versions.deleteMarkers().forEach(marker -> all.add(marker.toString()));
            for (ObjectVersion version : versions.versions()) {
                var got = s3.getObjectAsBytes(
                        r -> r.bucket(bucket.name()).key(version.key()).versionId(version.versionId()));
                all.add(version + " " + got.response().contentType() + " " + got.asByteArray().length);
            }
        }
        return all;
    }

    private static S3Client s3(PracticeCloud cloud) {
        return TestDoor.client(S3Client.builder(), cloud.endpoint(), learner(cloud));
    }

    private static StsClient sts(PracticeCloud cloud) {
        return TestDoor.client(StsClient.builder(), cloud.endpoint(), learner(cloud));
    }

    private static AwsCredentials learner(PracticeCloud cloud) {
        return AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey());
    }
}
