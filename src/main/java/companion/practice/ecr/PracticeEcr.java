package companion.practice.ecr;

import companion.practice.fabric.Credentials;
import companion.practice.fabric.Fabric;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.BatchCheckLayerAvailabilityRequest;
import software.amazon.awssdk.services.ecr.model.BatchCheckLayerAvailabilityResponse;
import software.amazon.awssdk.services.ecr.model.BatchDeleteImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchDeleteImageResponse;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.CompleteLayerUploadRequest;
import software.amazon.awssdk.services.ecr.model.CompleteLayerUploadResponse;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryResponse;
import software.amazon.awssdk.services.ecr.model.DeleteLifecyclePolicyRequest;
import software.amazon.awssdk.services.ecr.model.DeleteLifecyclePolicyResponse;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryPolicyRequest;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryPolicyResponse;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryResponse;
import software.amazon.awssdk.services.ecr.model.DescribeImagesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.GetAuthorizationTokenRequest;
import software.amazon.awssdk.services.ecr.model.GetAuthorizationTokenResponse;
import software.amazon.awssdk.services.ecr.model.GetDownloadUrlForLayerRequest;
import software.amazon.awssdk.services.ecr.model.GetDownloadUrlForLayerResponse;
import software.amazon.awssdk.services.ecr.model.GetLifecyclePolicyRequest;
import software.amazon.awssdk.services.ecr.model.GetLifecyclePolicyResponse;
import software.amazon.awssdk.services.ecr.model.GetRepositoryPolicyRequest;
import software.amazon.awssdk.services.ecr.model.GetRepositoryPolicyResponse;
import software.amazon.awssdk.services.ecr.model.InitiateLayerUploadRequest;
import software.amazon.awssdk.services.ecr.model.InitiateLayerUploadResponse;
import software.amazon.awssdk.services.ecr.model.LayersNotFoundException;
import software.amazon.awssdk.services.ecr.model.ListImagesRequest;
import software.amazon.awssdk.services.ecr.model.ListImagesResponse;
import software.amazon.awssdk.services.ecr.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.ecr.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ecr.model.PutImageRequest;
import software.amazon.awssdk.services.ecr.model.PutImageResponse;
import software.amazon.awssdk.services.ecr.model.PutImageScanningConfigurationRequest;
import software.amazon.awssdk.services.ecr.model.PutImageScanningConfigurationResponse;
import software.amazon.awssdk.services.ecr.model.PutImageTagMutabilityRequest;
import software.amazon.awssdk.services.ecr.model.PutImageTagMutabilityResponse;
import software.amazon.awssdk.services.ecr.model.PutLifecyclePolicyRequest;
import software.amazon.awssdk.services.ecr.model.PutLifecyclePolicyResponse;
import software.amazon.awssdk.services.ecr.model.SetRepositoryPolicyRequest;
import software.amazon.awssdk.services.ecr.model.SetRepositoryPolicyResponse;
import software.amazon.awssdk.services.ecr.model.Tag;
import software.amazon.awssdk.services.ecr.model.TagResourceRequest;
import software.amazon.awssdk.services.ecr.model.TagResourceResponse;
import software.amazon.awssdk.services.ecr.model.UntagResourceRequest;
import software.amazon.awssdk.services.ecr.model.UntagResourceResponse;
import software.amazon.awssdk.services.ecr.model.UploadLayerPartRequest;
import software.amazon.awssdk.services.ecr.model.UploadLayerPartResponse;

/** ECR in one region of the practice cloud. Container tools come in through {@link RegistryHttp}. */
public final class PracticeEcr implements EcrClient {
    private static final Duration TOKEN_LIFE = Duration.ofHours(12);

    private final World world;
    private final Place place;
    private final Supplier<URI> endpoint;
    private final Credentials credentials;
    private final Repositories repositories;
    private final ImageStore store;
    private final LayerUploads uploads;
    private final BlobLinks links;

    /** @param endpoint where the practice cloud listens, which also is the registry */
    public PracticeEcr(World world, Place place, Fabric fabric, Supplier<URI> endpoint, Credentials credentials) {
        this.world = world;
        this.place = place;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.repositories = new Repositories(world, place);
        this.store = new ImageStore(world, fabric);
        this.uploads = new LayerUploads(world);
        this.links = new BlobLinks(endpoint, credentials);
    }

    Place place() {
        return place;
    }

    Repositories repositories() {
        return repositories;
    }

    ImageStore store() {
        return store;
    }

    @Override
    public CreateRepositoryResponse createRepository(CreateRepositoryRequest request) {
        return CreateRepositoryResponse.builder()
                .repository(repositories.create(request))
                .build();
    }

    @Override
    public DescribeRepositoriesResponse describeRepositories(DescribeRepositoriesRequest request) {
        return repositories.describe(request);
    }

    @Override
    public DeleteRepositoryResponse deleteRepository(DeleteRepositoryRequest request) {
        return DeleteRepositoryResponse.builder()
                .repository(repositories.delete(request))
                .build();
    }

    @Override
    public PutImageTagMutabilityResponse putImageTagMutability(PutImageTagMutabilityRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        repository.setMutability(
                Repositories.known(request.imageTagMutability()), request.imageTagMutabilityExclusionFilters());
        return PutImageTagMutabilityResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .imageTagMutability(request.imageTagMutability())
                .imageTagMutabilityExclusionFilters(
                        request.hasImageTagMutabilityExclusionFilters()
                                ? request.imageTagMutabilityExclusionFilters()
                                : null)
                .build();
    }

    @Override
    public PutImageScanningConfigurationResponse putImageScanningConfiguration(
            PutImageScanningConfigurationRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        repository.setScanning(request.imageScanningConfiguration());
        return PutImageScanningConfigurationResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .imageScanningConfiguration(request.imageScanningConfiguration())
                .build();
    }

    @Override
    public InitiateLayerUploadResponse initiateLayerUpload(InitiateLayerUploadRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        return InitiateLayerUploadResponse.builder()
                .uploadId(uploads.begin(repository))
                .partSize(LayerUploads.PART_SIZE)
                .build();
    }

    @Override
    public UploadLayerPartResponse uploadLayerPart(UploadLayerPartRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        return UploadLayerPartResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .uploadId(request.uploadId())
                .lastByteReceived(uploads.part(repository, request))
                .build();
    }

    @Override
    public CompleteLayerUploadResponse completeLayerUpload(CompleteLayerUploadRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        return CompleteLayerUploadResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .uploadId(request.uploadId())
                .layerDigest(uploads.complete(repository, request))
                .build();
    }

    @Override
    public BatchCheckLayerAvailabilityResponse batchCheckLayerAvailability(BatchCheckLayerAvailabilityRequest request) {
        return new LayerQueries(repository(request.registryId(), request.repositoryName()))
                .check(request.layerDigests());
    }

    @Override
    public GetDownloadUrlForLayerResponse getDownloadUrlForLayer(GetDownloadUrlForLayerRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        if (!repository.hasLayer(String.valueOf(request.layerDigest()))) {
            throw Refusals.fault(
                    LayersNotFoundException.builder(),
                    "The specified layers could not be found, or the specified layer is not valid for this"
                            + " repository.");
        }
        return GetDownloadUrlForLayerResponse.builder()
                .layerDigest(request.layerDigest())
                .downloadUrl(links.link(Registries.nameOf(place.region(), repository.name()), request.layerDigest()))
                .build();
    }

    @Override
    public PutImageResponse putImage(PutImageRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        return PutImageResponse.builder().image(store.put(repository, request)).build();
    }

    @Override
    public ListImagesResponse listImages(ListImagesRequest request) {
        return new ImageQueries(repository(request.registryId(), request.repositoryName())).list(request);
    }

    @Override
    public DescribeImagesResponse describeImages(DescribeImagesRequest request) {
        return new ImageQueries(repository(request.registryId(), request.repositoryName())).describe(request);
    }

    @Override
    public BatchGetImageResponse batchGetImage(BatchGetImageRequest request) {
        return new ImageBatches(repository(request.registryId(), request.repositoryName()), store)
                .get(request.imageIds());
    }

    @Override
    public BatchDeleteImageResponse batchDeleteImage(BatchDeleteImageRequest request) {
        return new ImageBatches(repository(request.registryId(), request.repositoryName()), store)
                .delete(request.imageIds());
    }

    @Override
    public GetAuthorizationTokenResponse getAuthorizationToken(GetAuthorizationTokenRequest request) {
        var pair = "AWS:" + credentials.registryPassword();
        var token = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        var data = AuthorizationData.builder()
                .authorizationToken(token)
                .expiresAt(world.now().plus(TOKEN_LIFE))
                .proxyEndpoint(endpoint.get().toString().replaceAll("/+$", ""))
                .build();
        return GetAuthorizationTokenResponse.builder().authorizationData(data).build();
    }

    @Override
    public PutLifecyclePolicyResponse putLifecyclePolicy(PutLifecyclePolicyRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        new Policies(repository).setLifecycle(request.lifecyclePolicyText());
        return PutLifecyclePolicyResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .lifecyclePolicyText(request.lifecyclePolicyText())
                .build();
    }

    @Override
    public GetLifecyclePolicyResponse getLifecyclePolicy(GetLifecyclePolicyRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        return GetLifecyclePolicyResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .lifecyclePolicyText(new Policies(repository).lifecycle())
                .build();
    }

    @Override
    public DeleteLifecyclePolicyResponse deleteLifecyclePolicy(DeleteLifecyclePolicyRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        return DeleteLifecyclePolicyResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .lifecyclePolicyText(new Policies(repository).deleteLifecycle())
                .build();
    }

    @Override
    public SetRepositoryPolicyResponse setRepositoryPolicy(SetRepositoryPolicyRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        new Policies(repository).setAccess(request.policyText());
        return SetRepositoryPolicyResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .policyText(request.policyText())
                .build();
    }

    @Override
    public GetRepositoryPolicyResponse getRepositoryPolicy(GetRepositoryPolicyRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        return GetRepositoryPolicyResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .policyText(new Policies(repository).access())
                .build();
    }

    @Override
    public DeleteRepositoryPolicyResponse deleteRepositoryPolicy(DeleteRepositoryPolicyRequest request) {
        var repository = repository(request.registryId(), request.repositoryName());
        return DeleteRepositoryPolicyResponse.builder()
                .registryId(place.account())
                .repositoryName(repository.name())
                .policyText(new Policies(repository).deleteAccess())
                .build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        Repositories.tag(repositories.byArn(request.resourceArn()), request.tags());
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        var tags = repositories.byArn(request.resourceArn()).resourceTags();
        request.tagKeys().forEach(tags::remove);
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        var tags = repositories.byArn(request.resourceArn()).resourceTags();
        return ListTagsForResourceResponse.builder()
                .tags(tags.entrySet().stream()
                        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                        .toList())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private ImageRepository repository(@Nullable String registryId, @Nullable String name) {
        return repositories.get(registryId, name);
    }
}
