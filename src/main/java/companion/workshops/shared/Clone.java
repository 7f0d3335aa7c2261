package companion.workshops.shared;

import companion.aws.Absence;
import companion.source.WorkingCopy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.codecommit.model.BranchDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CommitDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.RepositoryDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.RepositoryMetadata;

/**
 * The repository in CodeCommit and the learner's clone of it, which belong together.
 *
 * @param folder of the working copy
 */
public record Clone(Site site, String repository, String branch, Path folder) {

    public WorkingCopy copy() {
        return new WorkingCopy(folder, site.connection());
    }

    public Optional<RepositoryMetadata> metadata() {
        return Absence.unless(
                        RepositoryDoesNotExistException.class,
                        () -> site.connection().codeCommit().getRepository(it -> it.repositoryName(repository)))
                .map(answer -> answer.repositoryMetadata());
    }

    /** @throws IllegalStateException if there is no repository yet */
    RepositoryMetadata existing() {
        return metadata()
                .orElseThrow(() -> new IllegalStateException("There is no repository " + repository + " yet."));
    }

    URI url() {
        return URI.create(existing().cloneUrlHttp());
    }

    /** The newest commit of the branch in CodeCommit. */
    public Optional<String> pushed() {
        return Absence.unless(
                        error -> error instanceof BranchDoesNotExistException
                                || error instanceof RepositoryDoesNotExistException
                                || error instanceof CommitDoesNotExistException,
                        () -> site.connection()
                                .codeCommit()
                                .getBranch(it -> it.repositoryName(repository).branchName(branch)))
                .map(answer -> answer.branch().commitId());
    }
}
