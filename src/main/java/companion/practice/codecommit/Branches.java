package companion.practice.codecommit;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.BranchInfo;
import software.amazon.awssdk.services.codecommit.model.BranchNameExistsException;
import software.amazon.awssdk.services.codecommit.model.CommitDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CommitIdRequiredException;
import software.amazon.awssdk.services.codecommit.model.CreateBranchRequest;
import software.amazon.awssdk.services.codecommit.model.DefaultBranchCannotBeDeletedException;
import software.amazon.awssdk.services.codecommit.model.ListBranchesRequest;
import software.amazon.awssdk.services.codecommit.model.ListBranchesResponse;

/** The operations on branches. */
final class Branches {
    private static final int PAGE = 1000;

    private final Repositories repositories;
    private final RefChanges changes;

    Branches(Repositories repositories, RefChanges changes) {
        this.repositories = repositories;
        this.changes = changes;
    }

    BranchInfo get(@Nullable String repositoryName, @Nullable String branchName) {
        return info(repositories.get(repositoryName), Refusals.branchName(branchName));
    }

    ListBranchesResponse list(ListBranchesRequest request) {
        var names = repositories.get(request.repositoryName()).branches();
        var page = Slice.of(names, request.nextToken(), null, PAGE);
        return ListBranchesResponse.builder()
                .branches(page.items())
                .nextToken(page.next())
                .build();
    }

    void create(CreateBranchRequest request) {
        var repository = repositories.get(request.repositoryName());
        var name = Refusals.branchName(request.branchName());
        if (request.commitId() == null) {
            throw Refusals.fault(CommitIdRequiredException.builder(), "A commit ID was not specified.");
        }
        var commits = new Commits(repository);
        var id = commits.id(request.commitId());
        if (repository.tip(name) != null) {
            throw Refusals.fault(
                    BranchNameExistsException.builder(), "Branch " + name + " already exists");
        }
        var commit = commits.find(id);
        if (commit == null) {
            throw Refusals.fault(
                    CommitDoesNotExistException.builder(), "Could not find commit " + request.commitId());
        }
        repository.moveBranch(name, commit);
        changes.happened(repository, new RefChange("refs/heads/" + name, null, commit.toObjectId()));
    }

    /** Answers the branch as it was, or null if there was none. */
    @Nullable BranchInfo delete(@Nullable String repositoryName, @Nullable String branchName) {
        var repository = repositories.get(repositoryName);
        var name = Refusals.branchName(branchName);
        var tip = repository.tip(name);
        if (tip == null) {
            return null;
        }
        if (name.equals(repository.defaultBranch())) {
            throw Refusals.fault(
                    DefaultBranchCannotBeDeletedException.builder(),
                    "The specified branch is the default branch for the repository, and cannot be deleted. To delete"
                            + " this branch, you must first set another branch as the default branch.");
        }
        repository.moveBranch(name, null);
        changes.happened(repository, new RefChange("refs/heads/" + name, tip, null));
        return BranchInfo.builder().branchName(name).commitId(tip.name()).build();
    }

    void setDefault(@Nullable String repositoryName, @Nullable String branchName) {
        var repository = repositories.get(repositoryName);
        var info = info(repository, Refusals.branchName(branchName));
        repository.setDefaultBranch(info.branchName());
    }

    private static BranchInfo info(CodeRepository repository, String name) {
        var tip = repository.tip(name);
        if (tip == null) {
            throw Refusals.noBranch(name);
        }
        return BranchInfo.builder().branchName(name).commitId(tip.name()).build();
    }
}
