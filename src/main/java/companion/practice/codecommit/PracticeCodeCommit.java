package companion.practice.codecommit;

import companion.practice.fabric.Fabric;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.net.URI;
import java.util.function.Supplier;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codecommit.model.BatchGetCommitsRequest;
import software.amazon.awssdk.services.codecommit.model.BatchGetCommitsResponse;
import software.amazon.awssdk.services.codecommit.model.BatchGetRepositoriesRequest;
import software.amazon.awssdk.services.codecommit.model.BatchGetRepositoriesResponse;
import software.amazon.awssdk.services.codecommit.model.CreateBranchRequest;
import software.amazon.awssdk.services.codecommit.model.CreateBranchResponse;
import software.amazon.awssdk.services.codecommit.model.CreateCommitRequest;
import software.amazon.awssdk.services.codecommit.model.CreateCommitResponse;
import software.amazon.awssdk.services.codecommit.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.CreateRepositoryResponse;
import software.amazon.awssdk.services.codecommit.model.DeleteBranchRequest;
import software.amazon.awssdk.services.codecommit.model.DeleteBranchResponse;
import software.amazon.awssdk.services.codecommit.model.DeleteFileRequest;
import software.amazon.awssdk.services.codecommit.model.DeleteFileResponse;
import software.amazon.awssdk.services.codecommit.model.DeleteRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.DeleteRepositoryResponse;
import software.amazon.awssdk.services.codecommit.model.GetBlobRequest;
import software.amazon.awssdk.services.codecommit.model.GetBlobResponse;
import software.amazon.awssdk.services.codecommit.model.GetBranchRequest;
import software.amazon.awssdk.services.codecommit.model.GetBranchResponse;
import software.amazon.awssdk.services.codecommit.model.GetCommitRequest;
import software.amazon.awssdk.services.codecommit.model.GetCommitResponse;
import software.amazon.awssdk.services.codecommit.model.GetDifferencesRequest;
import software.amazon.awssdk.services.codecommit.model.GetDifferencesResponse;
import software.amazon.awssdk.services.codecommit.model.GetFileRequest;
import software.amazon.awssdk.services.codecommit.model.GetFileResponse;
import software.amazon.awssdk.services.codecommit.model.GetFolderRequest;
import software.amazon.awssdk.services.codecommit.model.GetFolderResponse;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryResponse;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryTriggersRequest;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryTriggersResponse;
import software.amazon.awssdk.services.codecommit.model.ListBranchesRequest;
import software.amazon.awssdk.services.codecommit.model.ListBranchesResponse;
import software.amazon.awssdk.services.codecommit.model.ListFileCommitHistoryRequest;
import software.amazon.awssdk.services.codecommit.model.ListFileCommitHistoryResponse;
import software.amazon.awssdk.services.codecommit.model.ListRepositoriesRequest;
import software.amazon.awssdk.services.codecommit.model.ListRepositoriesResponse;
import software.amazon.awssdk.services.codecommit.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.codecommit.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.codecommit.model.PutFileRequest;
import software.amazon.awssdk.services.codecommit.model.PutFileResponse;
import software.amazon.awssdk.services.codecommit.model.PutRepositoryTriggersRequest;
import software.amazon.awssdk.services.codecommit.model.PutRepositoryTriggersResponse;
import software.amazon.awssdk.services.codecommit.model.TagResourceRequest;
import software.amazon.awssdk.services.codecommit.model.TagResourceResponse;
import software.amazon.awssdk.services.codecommit.model.UntagResourceRequest;
import software.amazon.awssdk.services.codecommit.model.UntagResourceResponse;
import software.amazon.awssdk.services.codecommit.model.UpdateDefaultBranchRequest;
import software.amazon.awssdk.services.codecommit.model.UpdateDefaultBranchResponse;
import software.amazon.awssdk.services.codecommit.model.UpdateRepositoryDescriptionRequest;
import software.amazon.awssdk.services.codecommit.model.UpdateRepositoryDescriptionResponse;
import software.amazon.awssdk.services.codecommit.model.UpdateRepositoryNameRequest;
import software.amazon.awssdk.services.codecommit.model.UpdateRepositoryNameResponse;

/** CodeCommit in one region of the practice cloud. Git clients come in through {@link GitHttp}. */
public final class PracticeCodeCommit implements CodeCommitClient {
    private final Place place;
    private final Repositories repositories;
    private final Branches branches;
    private final CommitWriter writer;
    private final ResourceTags tags;
    private final Triggers triggers;
    private final RefChanges changes;

    /** @param endpoint where the practice cloud listens, as the base of clone URLs */
    public PracticeCodeCommit(World world, Place place, Fabric fabric, Supplier<URI> endpoint) {
        this.place = place;
        this.repositories = new Repositories(world, place, endpoint);
        this.changes = new RefChanges(world, place, fabric);
        this.branches = new Branches(repositories, changes);
        this.writer = new CommitWriter(world, repositories, changes);
        this.tags = new ResourceTags(repositories, place.arn("codecommit", ""));
        this.triggers = new Triggers(world, repositories);
    }

    Place place() {
        return place;
    }

    Repositories repositories() {
        return repositories;
    }

    RefChanges changes() {
        return changes;
    }

    @Override
    public CreateRepositoryResponse createRepository(CreateRepositoryRequest request) {
        var repository = repositories.create(request);
        return CreateRepositoryResponse.builder()
                .repositoryMetadata(repositories.metadata(repository))
                .build();
    }

    @Override
    public GetRepositoryResponse getRepository(GetRepositoryRequest request) {
        var repository = repositories.get(request.repositoryName());
        return GetRepositoryResponse.builder()
                .repositoryMetadata(repositories.metadata(repository))
                .build();
    }

    @Override
    public BatchGetRepositoriesResponse batchGetRepositories(BatchGetRepositoriesRequest request) {
        return repositories.batchGet(request.repositoryNames());
    }

    @Override
    public ListRepositoriesResponse listRepositories(ListRepositoriesRequest request) {
        return repositories.list(request);
    }

    @Override
    public DeleteRepositoryResponse deleteRepository(DeleteRepositoryRequest request) {
        return DeleteRepositoryResponse.builder()
                .repositoryId(repositories.delete(request.repositoryName()))
                .build();
    }

    @Override
    public UpdateRepositoryNameResponse updateRepositoryName(UpdateRepositoryNameRequest request) {
        repositories.rename(request.oldName(), request.newName());
        return UpdateRepositoryNameResponse.builder().build();
    }

    @Override
    public UpdateRepositoryDescriptionResponse updateRepositoryDescription(
            UpdateRepositoryDescriptionRequest request) {
        repositories.describe(request.repositoryName(), request.repositoryDescription());
        return UpdateRepositoryDescriptionResponse.builder().build();
    }

    @Override
    public UpdateDefaultBranchResponse updateDefaultBranch(UpdateDefaultBranchRequest request) {
        branches.setDefault(request.repositoryName(), request.defaultBranchName());
        return UpdateDefaultBranchResponse.builder().build();
    }

    @Override
    public CreateBranchResponse createBranch(CreateBranchRequest request) {
        branches.create(request);
        return CreateBranchResponse.builder().build();
    }

    @Override
    public GetBranchResponse getBranch(GetBranchRequest request) {
        return GetBranchResponse.builder()
                .branch(branches.get(request.repositoryName(), request.branchName()))
                .build();
    }

    @Override
    public ListBranchesResponse listBranches(ListBranchesRequest request) {
        return branches.list(request);
    }

    @Override
    public DeleteBranchResponse deleteBranch(DeleteBranchRequest request) {
        return DeleteBranchResponse.builder()
                .deletedBranch(branches.delete(request.repositoryName(), request.branchName()))
                .build();
    }

    @Override
    public GetCommitResponse getCommit(GetCommitRequest request) {
        var commits = new Commits(repositories.get(request.repositoryName()));
        return GetCommitResponse.builder().commit(commits.get(request.commitId())).build();
    }

    @Override
    public BatchGetCommitsResponse batchGetCommits(BatchGetCommitsRequest request) {
        return new Commits(repositories.get(request.repositoryName())).batchGet(request.commitIds());
    }

    @Override
    public CreateCommitResponse createCommit(CreateCommitRequest request) {
        return writer.create(request);
    }

    @Override
    public PutFileResponse putFile(PutFileRequest request) {
        return writer.put(request);
    }

    @Override
    public DeleteFileResponse deleteFile(DeleteFileRequest request) {
        return writer.delete(request);
    }

    @Override
    public GetFileResponse getFile(GetFileRequest request) {
        return new Contents(repositories.get(request.repositoryName()))
                .file(request.commitSpecifier(), request.filePath());
    }

    @Override
    public GetFolderResponse getFolder(GetFolderRequest request) {
        return new Contents(repositories.get(request.repositoryName()))
                .folder(request.commitSpecifier(), request.folderPath());
    }

    @Override
    public GetBlobResponse getBlob(GetBlobRequest request) {
        var contents = new Contents(repositories.get(request.repositoryName()));
        return GetBlobResponse.builder().content(contents.blob(request.blobId())).build();
    }

    @Override
    public GetDifferencesResponse getDifferences(GetDifferencesRequest request) {
        return new Differences(repositories.get(request.repositoryName())).get(request);
    }

    @Override
    public ListFileCommitHistoryResponse listFileCommitHistory(ListFileCommitHistoryRequest request) {
        return new FileHistory(repositories.get(request.repositoryName())).list(request);
    }

    @Override
    public GetRepositoryTriggersResponse getRepositoryTriggers(GetRepositoryTriggersRequest request) {
        return triggers.get(request.repositoryName());
    }

    @Override
    public PutRepositoryTriggersResponse putRepositoryTriggers(PutRepositoryTriggersRequest request) {
        return PutRepositoryTriggersResponse.builder()
                .configurationId(triggers.put(request))
                .build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(tags.of(request.resourceArn()))
                .build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tags.add(request.resourceArn(), request.tags());
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags.remove(request.resourceArn(), request.tagKeys());
        return UntagResourceResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
