package companion.practice.codepipeline.action;

import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.codecommit.model.BranchDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.CommitIdDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.InvalidCommitIdException;
import software.amazon.awssdk.services.codecommit.model.RepositoryDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.RepositoryNameRequiredException;
import software.amazon.awssdk.services.codecommit.model.UserInfo;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/**
 * The CodeCommit source action: takes the head of a branch as a zip.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeCommit.html">Reference</a>
 */
final class CodeCommitSource implements ActionProvider {
    private static final Duration TAKES = Duration.ofSeconds(4);

    private final World world;
    private final Place place;
    private final Services services;
    private final ArtifactStore store;

    CodeCommitSource(World world, Place place, Services services, ArtifactStore store) {
        this.world = world;
        this.place = place;
        this.services = services;
        this.store = store;
    }

    @Override
    public ActionTypeId type() {
        return ActionCatalog.type(ActionCategory.SOURCE, "CodeCommit");
    }

    @Override
    public Set<String> required() {
        return Set.of("RepositoryName", "BranchName");
    }

    @Override
    public Set<String> optional() {
        return Set.of("PollForSourceChanges", "OutputArtifactFormat");
    }

    @Override
    public Artifacts artifacts() {
        return new Artifacts(0, 0, 1, 1);
    }

    @Override
    public Started start(ActionRun run, ActionRun.Outcome outcome) {
        return world.after(TAKES, () -> take(run, outcome))::cancel;
    }

    private void take(ActionRun run, ActionRun.Outcome outcome) {
        var repository = run.setting("RepositoryName", "");
        var branch = run.setting("BranchName", "");
        try {
            var head = services.codeCommit()
                    .getBranch(request -> request.repositoryName(repository).branchName(branch))
                    .branch()
                    .commitId();
            var commitId = run.wanted() == null ? head : run.wanted();
            var commit = services.codeCommit()
                    .getCommit(request -> request.repositoryName(repository).commitId(commitId))
                    .commit();
            var files = new LinkedHashMap<String, byte[]>();
            collect(repository, commitId, "", files);
            store.put(run.outputs().getFirst(), files);
            var message = commit.message() == null ? "" : commit.message().strip();
            outcome.revision(new ActionRun.Revision(commitId, message, commitUrl(repository, commitId)));
            outcome.variables(Map.of(
                    "RepositoryName", repository,
                    "BranchName", branch,
                    "CommitId", commitId,
                    "CommitMessage", message,
                    "AuthorDate", date(commit.author()),
                    "CommitterDate", date(commit.committer())));
            outcome.succeed(message);
        } catch (RepositoryDoesNotExistException | RepositoryNameRequiredException e) {
            outcome.fail("ConfigurationError", "The repository " + repository + " does not exist.");
        } catch (BranchDoesNotExistException e) {
            outcome.fail("ConfigurationError", "The action failed because no branch named " + branch
                    + " was found in the selected AWS CodeCommit repository " + repository
                    + ". Make sure you are using the correct branch name, and then try again.");
        } catch (CommitIdDoesNotExistException | InvalidCommitIdException e) {
            outcome.fail("RevisionUnavailable", "The commit " + run.wanted() + " was not found in the repository " + repository
                    + ".");
        } catch (ActionFailed e) {
            outcome.fail(e.code(), e.getMessage());
        }
    }

    private void collect(String repository, String commitId, String folder, Map<String, byte[]> files) {
        var listing = services.codeCommit()
                .getFolder(request -> request.repositoryName(repository)
                        .commitSpecifier(commitId)
                        .folderPath(folder.isEmpty() ? "/" : folder));
        for (var file : listing.files()) {
            var content = services.codeCommit()
                    .getFile(request -> request.repositoryName(repository)
                            .commitSpecifier(commitId)
                            .filePath(file.absolutePath()));
            files.put(file.absolutePath(), content.fileContent().asByteArray());
        }
        for (var child : listing.subFolders()) {
            collect(repository, commitId, child.absolutePath(), files);
        }
    }

    private String commitUrl(String repository, String commitId) {
        return "https://" + place.region() + ".console.aws.amazon.com/codecommit/home?region=" + place.region()
                + "#/repository/" + repository + "/commit/" + commitId;
    }

    /** CodeCommit gives the time of a commit as seconds and offset; the variable holds an ISO instant. */
    private static String date(UserInfo who) {
        var text = who == null || who.date() == null ? "" : who.date();
        var seconds = text.split(" ")[0];
        return seconds.matches("\\d+") ? Instant.ofEpochSecond(Long.parseLong(seconds)).toString() : text;
    }
}
