package companion.practice.codecommit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.BatchGetCommitsError;
import software.amazon.awssdk.services.codecommit.model.BatchGetCommitsResponse;
import software.amazon.awssdk.services.codecommit.model.Commit;
import software.amazon.awssdk.services.codecommit.model.CommitDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CommitIdDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CommitIdRequiredException;
import software.amazon.awssdk.services.codecommit.model.CommitIdsLimitExceededException;
import software.amazon.awssdk.services.codecommit.model.CommitIdsListRequiredException;
import software.amazon.awssdk.services.codecommit.model.InvalidCommitIdException;
import software.amazon.awssdk.services.codecommit.model.UserInfo;

/** The commits of one repository: by id, and by what callers give in place of an id. */
final class Commits {
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("xx");

    private final CodeRepository repository;

    Commits(CodeRepository repository) {
        this.repository = repository;
    }

    /** A full commit id, in the form that Git gives. */
    ObjectId id(String text) {
        if (!ObjectId.isId(text)) {
            throw Refusals.fault(InvalidCommitIdException.builder(), "The specified commit ID is not valid.");
        }
        return ObjectId.fromString(text);
    }

    /** The commit with its header and message read, or null if there is none. */
    @Nullable RevCommit find(ObjectId id) {
        try (var walk = new RevWalk(repository.git())) {
            return walk.parseCommit(id);
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The commit that a specifier means: a full id, a branch, a tag, a full reference name or HEAD.
     *
     * @param specifier null for the tip of the default branch
     */
    RevCommit resolve(@Nullable String specifier) {
        var id = target(specifier);
        var commit = id == null ? null : find(id);
        if (commit == null) {
            throw Refusals.fault(
                    CommitDoesNotExistException.builder(),
                    specifier == null
                            ? "The specified commit does not exist or no commit was specified, and the specified"
                                    + " repository has no default branch."
                            : "Could not find commit " + specifier);
        }
        return commit;
    }

    Commit get(@Nullable String commitId) {
        if (commitId == null) {
            throw Refusals.fault(CommitIdRequiredException.builder(), "A commit ID was not specified.");
        }
        var commit = find(id(commitId));
        if (commit == null) {
            throw Refusals.fault(CommitIdDoesNotExistException.builder(), "Could not find commit " + commitId);
        }
        return describe(commit);
    }

    BatchGetCommitsResponse batchGet(List<String> ids) {
        if (ids.isEmpty()) {
            throw Refusals.fault(
                    CommitIdsListRequiredException.builder(),
                    "A list of commit IDs is required, but was either not specified or the list was empty.");
        }
        if (ids.size() > 100) {
            throw Refusals.fault(
                    CommitIdsLimitExceededException.builder(),
                    "The maximum number of allowed commit IDs in a batch request is 100. Verify that your batch"
                            + " requests contains no more than 100 commit IDs, and then try again.");
        }
        var found = new ArrayList<Commit>();
        var errors = new ArrayList<BatchGetCommitsError>();
        for (var text : ids) {
            var commit = ObjectId.isId(text) ? find(ObjectId.fromString(text)) : null;
            if (commit == null) {
                errors.add(BatchGetCommitsError.builder()
                        .commitId(text)
                        .errorCode("CommitDoesNotExistException")
                        .errorMessage("Could not find commit " + text)
                        .build());
            } else {
                found.add(describe(commit));
            }
        }
        return BatchGetCommitsResponse.builder().commits(found).errors(errors).build();
    }

    static Commit describe(RevCommit commit) {
        return Commit.builder()
                .commitId(commit.name())
                .treeId(commit.getTree().name())
                .parents(List.of(commit.getParents()).stream().map(ObjectId::name).toList())
                .message(commit.getFullMessage())
                .author(user(commit.getAuthorIdent()))
                .committer(user(commit.getCommitterIdent()))
                .additionalData("")
                .build();
    }

    private static UserInfo user(PersonIdent person) {
        var when = person.getWhenAsInstant();
        return UserInfo.builder()
                .name(person.getName())
                .email(person.getEmailAddress())
                .date(when.getEpochSecond() + " " + ZONE.format(when.atZone(person.getZoneId())))
                .build();
    }

    private @Nullable ObjectId target(@Nullable String specifier) {
        if (specifier == null || specifier.equals("HEAD")) {
            var branch = repository.defaultBranch();
            return branch == null ? null : repository.tip(branch);
        }
        if (ObjectId.isId(specifier)) {
            return ObjectId.fromString(specifier);
        }
        if (specifier.startsWith("refs/")) {
            return repository.target(specifier);
        }
        var tip = repository.tip(specifier);
        return tip == null ? repository.target("refs/tags/" + specifier) : tip;
    }
}
