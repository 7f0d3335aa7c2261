package companion.source;

import companion.aws.Connection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A folder with a clone of a CodeCommit repository. What it does to Git is recorded in the connection's trace.
 * Blocking; a progress listener gets a few words and a fraction, negative if it cannot be told.
 */
public final class WorkingCopy {
    private static final String SECTION = "workshop";
    private static final String REPOSITORY_ID = "repositoryId";

    private final Path folder;
    private final Connection connection;

    public WorkingCopy(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** @param id 40 hex digits */
    public record Commit(String id, String message) {
        public String shortId() {
            return id.substring(0, 7);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Whether the folder is the top of a Git repository. */
    public boolean exists() {
        return Files.isDirectory(folder.resolve(Constants.DOT_GIT));
    }

    /** The id that CodeCommit gave the repository this was cloned from, as noted when it was cloned. */
    public Optional<String> repositoryId() throws IOException {
        try (var git = open()) {
            return Optional.ofNullable(git.getRepository().getConfig().getString(SECTION, null, REPOSITORY_ID));
        }
    }

    /** The URL that is pushed to. */
    public Optional<String> remoteUrl() throws IOException {
        try (var git = open()) {
            return Optional.ofNullable(git.getRepository()
                    .getConfig()
                    .getString(
                            ConfigConstants.CONFIG_REMOTE_SECTION,
                            Constants.DEFAULT_REMOTE_NAME,
                            ConfigConstants.CONFIG_KEY_URL));
        }
    }

    /** Follows the repository to another address: the practice cloud has a new port at each start. */
    public void setRemoteUrl(URI url) throws Exception {
        record("remote", "remote set-url origin " + url, "remote set-url origin " + url, git -> {
            var config = git.getRepository().getConfig();
            config.setString(
                    ConfigConstants.CONFIG_REMOTE_SECTION,
                    Constants.DEFAULT_REMOTE_NAME,
                    ConfigConstants.CONFIG_KEY_URL,
                    url.toString());
            config.save();
            return url;
        });
    }

    /**
     * Clones into the folder, which must be missing or empty.
     *
     * @param repositoryId CodeCommit's own id, kept to know the clone again
     * @param branch the first commit goes there if the repository is empty
     */
    public void cloneFrom(URI url, String repositoryId, String branch, BiConsumer<String, Double> progress)
            throws Exception {
        var command = "git clone " + url + " " + quoted(folder.toString());
        connection.trace().record("Git", "clone", url.getPath(), command, () -> {
            Files.createDirectories(folder);
            try (var git = Git.cloneRepository()
                    .setURI(url.toString())
                    .setDirectory(folder.toFile())
                    .setCredentialsProvider(credentials(url))
                    .setProgressMonitor(new GitProgress(progress))
                    .call()) {
                var repository = git.getRepository();
                if (repository.resolve(Constants.HEAD) == null) {
                    repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + branch);
                }
                configure(repository.getConfig(), repositoryId, branch);
                return folder;
            }
        });
    }

    private static void configure(StoredConfig config, String repositoryId, String branch) throws IOException {
        config.setString(SECTION, null, REPOSITORY_ID, repositoryId);
        config.setString(ConfigConstants.CONFIG_BRANCH_SECTION, branch, "remote", Constants.DEFAULT_REMOTE_NAME);
        config.setString(ConfigConstants.CONFIG_BRANCH_SECTION, branch, "merge", Constants.R_HEADS + branch);
        if (config.getString("user", null, "name") == null) {
            config.setString("user", null, "name", "Workshop learner");
        }
        if (config.getString("user", null, "email") == null) {
            config.setString("user", null, "email", "learner@workshop.example");
        }
        config.save();
    }

    /** Whether all of these files are as in the last commit. */
    public boolean isCommitted(List<String> files) throws IOException {
        try (var git = open()) {
            var head = git.getRepository().resolve(Constants.HEAD);
            if (head == null) {
                return false;
            }
            var status = git.status();
            files.forEach(status::addPath);
            return files.stream().allMatch(file -> Files.exists(folder.resolve(file)))
                    && status.call().isClean();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }

    /** Whether the last commit has all of these files, in whatever state. */
    public boolean holds(List<String> files) throws IOException {
        try (var git = open()) {
            var repository = git.getRepository();
            var head = repository.resolve(Constants.HEAD);
            if (head == null) {
                return false;
            }
            var tree = repository.parseCommit(head).getTree();
            for (var file : files) {
                try (var walk = TreeWalk.forPath(repository, file, tree)) {
                    if (walk == null) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** The newest commit on this branch of the working copy. */
    public Optional<Commit> tip(String branch) throws IOException {
        try (var git = open()) {
            var id = git.getRepository().resolve(Constants.R_HEADS + branch);
            return id == null
                    ? Optional.empty()
                    : Optional.of(new Commit(
                            id.name(),
                            git.getRepository().parseCommit(id).getFullMessage().strip()));
        }
    }

    /** Commits these files if they changed. */
    public void commit(List<String> files, String message) throws Exception {
        if (isCommitted(files)) {
            return;
        }
        var names = String.join(" ", files.stream().map(WorkingCopy::quoted).toList());
        record("commit", message, "add " + names + " && git commit -m " + quoted(message), git -> {
            var add = git.add();
            files.forEach(add::addFilepattern);
            add.call();
            var author = new PersonIdent(git.getRepository());
            return git.commit()
                    .setMessage(message)
                    .setAuthor(author)
                    .setCommitter(author)
                    .setSign(false)
                    .setNoVerify(true)
                    .call();
        });
    }

    /**
     * Pushes a branch, and makes the remote's branch if needed.
     *
     * @throws PushRefusedException if the remote has commits that this copy does not have
     */
    public void push(String branch, BiConsumer<String, Double> progress) throws Exception {
        var url = URI.create(remoteUrl().orElseThrow(() -> new IOException(folder + " has no remote named origin")));
        record("push", "push origin " + branch, "push -u origin " + branch, git -> {
            var results = git.push()
                    .setRemote(Constants.DEFAULT_REMOTE_NAME)
                    .setRefSpecs(new RefSpec(Constants.R_HEADS + branch + ":" + Constants.R_HEADS + branch))
                    .setCredentialsProvider(credentials(url))
                    .setProgressMonitor(new GitProgress(progress))
                    .call();
            for (var result : results) {
                for (var update : result.getRemoteUpdates()) {
                    if (update.getStatus() != RemoteRefUpdate.Status.OK
                            && update.getStatus() != RemoteRefUpdate.Status.UP_TO_DATE) {
                        throw new PushRefusedException(
                                branch,
                                update.getStatus() + " " + result.getMessages().strip());
                    }
                }
            }
            return branch;
        });
    }

    private UsernamePasswordCredentialsProvider credentials(URI url) {
        var signed = CodeCommitPassword.sign(connection.credentials(), connection.region(), url, Instant.now());
        return new UsernamePasswordCredentialsProvider(signed.userName(), signed.password());
    }

    private interface GitWork<T> {
        T with(Git git) throws Exception;
    }

    private <T> void record(String operation, String summary, String command, GitWork<T> work) throws Exception {
        Callable<T> all = () -> {
            try (var git = open()) {
                return work.with(git);
            }
        };
        connection.trace().record("Git", operation, summary, "git " + command, all);
    }

    private Git open() throws IOException {
        return Git.open(folder.toFile());
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_@%+=:,./~-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
