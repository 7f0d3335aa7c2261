package companion.practice.codecommit;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.BranchNameIsTagNameException;
import software.amazon.awssdk.services.codecommit.model.CommitMessageLengthExceededException;
import software.amazon.awssdk.services.codecommit.model.InvalidParentCommitIdException;
import software.amazon.awssdk.services.codecommit.model.NameLengthExceededException;
import software.amazon.awssdk.services.codecommit.model.ParentCommitDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.ParentCommitIdOutdatedException;
import software.amazon.awssdk.services.codecommit.model.ParentCommitIdRequiredException;

/**
 * Where a commit is to go and what it says, checked.
 *
 * @param parent null for the first commit of a repository
 * @param author empty texts stand for the caller's name and no address
 */
record CommitDraft(
        CodeRepository repository,
        String branch,
        @Nullable RevCommit parent,
        @Nullable String author,
        @Nullable String email,
        @Nullable String message) {

    CommitDraft {
        if (message != null && message.length() > 256 * 1024) {
            throw Refusals.fault(
                    CommitMessageLengthExceededException.builder(),
                    "The commit message is too long. Provide a shorter string.");
        }
        if (author != null && author.length() > 255) {
            throw Refusals.fault(
                    NameLengthExceededException.builder(),
                    "The user name is not valid because it has exceeded the character limit for author names.");
        }
    }

    /** The commit that the new one follows: it must be named, and be the tip of its branch. */
    static @Nullable RevCommit parent(CodeRepository repository, String branch, @Nullable String parentId) {
        var tip = repository.tip(branch);
        if (tip == null) {
            if (repository.target("refs/tags/" + branch) != null) {
                throw Refusals.fault(
                        BranchNameIsTagNameException.builder(),
                        "The specified branch name is not valid because it is a tag name. Enter the name of a branch"
                                + " in the repository. For a list of valid branch names, use ListBranches.");
            }
            if (!repository.branches().isEmpty()) {
                throw Refusals.noBranch(branch);
            }
            if (parentId != null) {
                throw noParent();
            }
            return null;
        }
        if (parentId == null) {
            throw Refusals.fault(
                    ParentCommitIdRequiredException.builder(),
                    "A parent commit ID is required. To view the full commit ID of a branch in a repository, use"
                            + " GetBranch or a Git command (for example, git pull or git log).");
        }
        if (!ObjectId.isId(parentId)) {
            throw Refusals.fault(
                    InvalidParentCommitIdException.builder(),
                    "The parent commit ID is not valid. The commit ID cannot be empty, and must match the head"
                            + " commit ID for the branch of the repository where you want to add or update a file.");
        }
        var parent = new Commits(repository).find(ObjectId.fromString(parentId));
        if (parent == null) {
            throw noParent();
        }
        if (!parent.equals(tip)) {
            throw Refusals.fault(
                    ParentCommitIdOutdatedException.builder(),
                    "The file could not be added because the provided parent commit ID is not the current tip of the"
                            + " specified branch. To view the full commit ID of the current head of the branch, use"
                            + " GetBranch.");
        }
        return parent;
    }

    private static RuntimeException noParent() {
        return Refusals.fault(
                ParentCommitDoesNotExistException.builder(),
                "The parent commit ID is not valid because it does not exist. The specified parent commit ID does"
                        + " not exist in the specified branch of the repository.");
    }
}
