package companion.practice.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ecr.model.ImageAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.ImageFailureCode;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.ImageTagAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.InvalidLayerException;
import software.amazon.awssdk.services.ecr.model.InvalidLayerPartException;
import software.amazon.awssdk.services.ecr.model.InvalidParameterException;
import software.amazon.awssdk.services.ecr.model.LayerAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.LayerPartTooSmallException;
import software.amazon.awssdk.services.ecr.model.LayersNotFoundException;
import software.amazon.awssdk.services.ecr.model.LifecyclePolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotEmptyException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.ecr.model.Tag;
import software.amazon.awssdk.services.ecr.model.TagStatus;

class PracticeEcrTest {
    private final TestRegistry registry = new TestRegistry();
    private final PracticeEcr ecr = registry.ecr;

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aRepositoryHasAwsUriAndArn() {
        var made = ecr.createRepository(r -> r.repositoryName("devops-workshop-app")
                        .imageScanningConfiguration(s -> s.scanOnPush(false)))
                .repository();
        assertThat(made.repositoryUri())
                .isEqualTo("123456789012.dkr.ecr.us-east-1.amazonaws.com/devops-workshop-app");
        assertThat(made.repositoryArn())
                .isEqualTo("arn:aws:ecr:us-east-1:123456789012:repository/devops-workshop-app");
        assertThat(made.imageTagMutability()).isEqualTo(ImageTagMutability.MUTABLE);
        assertThat(ecr.describeRepositories(r -> r.repositoryNames("devops-workshop-app")).repositories())
                .containsExactly(made);
    }

    @Test
    void namesAreTakenOnceAndMustFitThePattern() {
        create();
        assertThatThrownBy(this::create)
                .isInstanceOf(RepositoryAlreadyExistsException.class)
                .hasMessageContaining(
                        "The repository with name 'app' already exists in the registry with id '123456789012'");
        assertThatThrownBy(() -> ecr.createRepository(r -> r.repositoryName("App")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter at 'repositoryName' failed to satisfy constraint");
        assertThatThrownBy(() -> ecr.describeRepositories(r -> r.repositoryNames("other")))
                .isInstanceOf(RepositoryNotFoundException.class)
                .hasMessageContaining(
                        "The repository with name 'other' does not exist in the registry with id '123456789012'");
    }

    @Test
    void aRepositoryWithImagesIsDeletedByForceOnly() {
        create();
        put("latest", "a");
        assertThatThrownBy(() -> ecr.deleteRepository(r -> r.repositoryName("app")))
                .isInstanceOf(RepositoryNotEmptyException.class)
                .hasMessageContaining("cannot be deleted because it still contains images");
        ecr.deleteRepository(r -> r.repositoryName("app").force(true));
        assertThat(ecr.describeRepositories(r -> {}).repositories()).isEmpty();
    }

    @Test
    void anImageIsDescribedWithTagsSizeAndTime() {
        create();
        var digest = put("latest", "a");
        registry.world.step(Duration.ofMinutes(1));
        assertThatThrownBy(() -> put("latest", "a")).isInstanceOf(ImageAlreadyExistsException.class);
        put("build-1", "a");

        var image = ecr.describeImages(r -> r.repositoryName("app")).imageDetails().getFirst();
        assertThat(image.imageDigest()).isEqualTo(digest);
        assertThat(image.imageTags()).containsExactly("build-1", "latest");
        assertThat(image.imageSizeInBytes()).isEqualTo(7);
        assertThat(image.imagePushedAt()).isEqualTo(registry.world.now().minusSeconds(60));
        assertThat(image.artifactMediaType()).isEqualTo("application/vnd.docker.container.image.v1+json");
        assertThatThrownBy(() -> ecr.describeImages(r -> r.repositoryName("app").imageIds(id -> id.imageTag("no"))))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("The image with imageId {imageDigest:'null', imageTag:'no'} does not exist within"
                        + " the repository with name 'app' in the registry with id '123456789012'");
    }

    @Test
    void aMovedTagLeavesTheOldImageUntagged() {
        create();
        var first = put("latest", "a");
        var second = put("latest", "b");
        assertThat(ecr.listImages(r -> r.repositoryName("app")).imageIds())
                .containsExactlyInAnyOrder(
                        ImageIdentifier.builder().imageDigest(first).build(),
                        ImageIdentifier.builder().imageDigest(second).imageTag("latest").build());
        assertThat(ecr.listImages(r -> r.repositoryName("app").filter(f -> f.tagStatus(TagStatus.UNTAGGED)))
                        .imageIds())
                .extracting(ImageIdentifier::imageDigest)
                .containsExactly(first);
        assertThat(registry.events)
                .extracting(event -> event.path("action-type").asText() + " " + event.path("image-tag").asText())
                .containsExactly("PUSH latest", "PUSH latest");
    }

    @Test
    void anImmutableTagStaysWhereItIs() {
        create();
        put("v1", "a");
        ecr.putImageTagMutability(r -> r.repositoryName("app").imageTagMutability(ImageTagMutability.IMMUTABLE));
        assertThatThrownBy(() -> put("v1", "b"))
                .isInstanceOf(ImageTagAlreadyExistsException.class)
                .hasMessageContaining("The image tag 'v1' already exists in the 'app' repository and cannot be"
                        + " overwritten because the repository is immutable.");
        assertThat(ecr.listImages(r -> r.repositoryName("app")).imageIds()).hasSize(1);
    }

    @Test
    void imagesAreGotAndDeletedInBatches() {
        create();
        var digest = put("latest", "a");
        put("v1", "a");
        var got = ecr.batchGetImage(r -> r.repositoryName("app")
                .imageIds(
                        ImageIdentifier.builder().imageTag("latest").build(),
                        ImageIdentifier.builder().imageTag("nope").build()));
        assertThat(got.images()).singleElement().matches(each -> each.imageId().imageDigest().equals(digest));
        assertThat(got.failures())
                .singleElement()
                .matches(each -> each.failureCode() == ImageFailureCode.IMAGE_NOT_FOUND
                        && each.failureReason().equals("Requested image not found"));

        ecr.batchDeleteImage(r -> r.repositoryName("app").imageIds(id -> id.imageTag("v1")));
        assertThat(ecr.describeImages(r -> r.repositoryName("app")).imageDetails().getFirst().imageTags())
                .containsExactly("latest");
        ecr.batchDeleteImage(r -> r.repositoryName("app").imageIds(id -> id.imageDigest(digest)));
        assertThat(ecr.describeImages(r -> r.repositoryName("app")).imageDetails()).isEmpty();
    }

    @Test
    void anImageNeedsItsLayers() {
        create();
        var config = registry.layer("app", "{}");
        assertThatThrownBy(() -> ecr.putImage(r -> r.repositoryName("app")
                        .imageTag("latest")
                        .imageManifest(TestRegistry.manifest(config, "sha256:" + "0".repeat(64)))))
                .isInstanceOf(LayersNotFoundException.class)
                .hasMessageContaining("required for pushing image into repository with name 'app'");
        assertThatThrownBy(() -> ecr.putImage(r -> r.repositoryName("app").imageManifest("no json")))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void layerPartsComeInOrderAndAllButTheLastAreLarge() {
        create();
        var id = ecr.initiateLayerUpload(r -> r.repositoryName("app")).uploadId();
        part(id, 0, 10);
        assertThatThrownBy(() -> part(id, 20, 10))
                .isInstanceOfSatisfying(InvalidLayerPartException.class, e -> assertThat(e.lastValidByteReceived())
                        .isEqualTo(9L));
        part(id, 10, 10);
        var digest = Digests.of(new byte[20]);
        assertThatThrownBy(() ->
                        ecr.completeLayerUpload(r -> r.repositoryName("app").uploadId(id).layerDigests(digest)))
                .isInstanceOf(LayerPartTooSmallException.class);

        int large = 5 * 1024 * 1024;
        var good = ecr.initiateLayerUpload(r -> r.repositoryName("app")).uploadId();
        part(good, 0, large);
        part(good, large, 10);
        assertThatThrownBy(() ->
                        ecr.completeLayerUpload(r -> r.repositoryName("app").uploadId(good).layerDigests(digest)))
                .isInstanceOf(InvalidLayerException.class);
        var whole = Digests.of(new byte[large + 10]);
        ecr.completeLayerUpload(r -> r.repositoryName("app").uploadId(good).layerDigests(whole));
        assertThat(ecr.batchCheckLayerAvailability(r -> r.repositoryName("app").layerDigests(whole, digest))
                        .layers())
                .extracting(each -> each.layerAvailabilityAsString())
                .containsExactly("AVAILABLE", "UNAVAILABLE");
    }

    @Test
    void aLayerIsUploadedOnceAndDownloadedByItsLink() throws Exception {
        create();
        var digest = registry.layer("app", "layer");
        assertThatThrownBy(() -> registry.layer("app", "layer")).isInstanceOf(LayerAlreadyExistsException.class);
        var url = ecr.getDownloadUrlForLayer(r -> r.repositoryName("app").layerDigest(digest)).downloadUrl();
        try (var client = HttpClient.newHttpClient()) {
            var handler = HttpResponse.BodyHandlers.ofString();
            assertThat(client.send(HttpRequest.newBuilder(URI.create(url)).build(), handler).body()).isEqualTo("layer");
            var forged = HttpRequest.newBuilder(URI.create(url.replaceFirst("signature=.", "signature=x"))).build();
            assertThat(client.send(forged, handler).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theTokenIsThePasswordOfTheRegistry() {
        var data = ecr.getAuthorizationToken(r -> {}).authorizationData().getFirst();
        assertThat(new String(Base64.getDecoder().decode(data.authorizationToken()), StandardCharsets.UTF_8))
                .isEqualTo("AWS:" + TestRegistry.PASSWORD);
        assertThat(data.proxyEndpoint()).isEqualTo(registry.endpoint().toString());
        assertThat(data.expiresAt()).isEqualTo(registry.world.now().plus(Duration.ofHours(12)));
    }

    @Test
    void policiesAndTagsAreKept() {
        create();
        assertThatThrownBy(() -> ecr.getLifecyclePolicy(r -> r.repositoryName("app")))
                .isInstanceOf(LifecyclePolicyNotFoundException.class);
        ecr.putLifecyclePolicy(r -> r.repositoryName("app").lifecyclePolicyText("{\"rules\":[]}"));
        assertThat(ecr.deleteLifecyclePolicy(r -> r.repositoryName("app")).lifecyclePolicyText())
                .isEqualTo("{\"rules\":[]}");
        assertThatThrownBy(() -> ecr.setRepositoryPolicy(r -> r.repositoryName("app").policyText("{")))
                .isInstanceOf(InvalidParameterException.class);
        ecr.setRepositoryPolicy(r -> r.repositoryName("app").policyText("{\"Statement\":[]}"));
        assertThat(ecr.getRepositoryPolicy(r -> r.repositoryName("app")).policyText()).contains("Statement");
        var arn = "arn:aws:ecr:us-east-1:123456789012:repository/app";
        ecr.tagResource(r -> r.resourceArn(arn).tags(Tag.builder().key("team").value("web").build()));
        assertThat(ecr.listTagsForResource(r -> r.resourceArn(arn)).tags())
                .containsExactly(Tag.builder().key("team").value("web").build());
    }

    private void create() {
        ecr.createRepository(r -> r.repositoryName("app"));
    }

    /** Puts an image with one layer of that text and gives its digest. */
    private String put(String tag, String text) {
        var fresh = Stream.of("{}", "layer " + text)
                .filter(each -> !ecr.batchCheckLayerAvailability(r -> r.repositoryName("app")
                                .layerDigests(Digests.of(each.getBytes(StandardCharsets.UTF_8))))
                        .layers()
                        .getFirst()
                        .layerAvailabilityAsString()
                        .equals("AVAILABLE"));
        fresh.forEach(each -> registry.layer("app", each));
        var manifest = TestRegistry.manifest(
                Digests.of("{}".getBytes(StandardCharsets.UTF_8)),
                Digests.of(("layer " + text).getBytes(StandardCharsets.UTF_8)));
        return ecr.putImage(r -> r.repositoryName("app").imageTag(tag).imageManifest(manifest))
                .image()
                .imageId()
                .imageDigest();
    }

    private void part(String upload, long from, int length) {
        ecr.uploadLayerPart(r -> r.repositoryName("app")
                .uploadId(upload)
                .partFirstByte(from)
                .partLastByte(from + length - 1)
                .layerPartBlob(SdkBytes.fromByteArray(new byte[length])));
    }
}
