package companion.practice.codecommit;

import companion.practice.world.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.RepositoryMetadata;
import software.amazon.awssdk.services.codecommit.model.RepositoryTrigger;

/** One repository: what CodeCommit knows about it, and its Git objects and references. Under the world's lock only. */
final class CodeRepository {
    private final Place place;
    private final String id;
    private final Instant created;
    private final InMemoryRepository git;
    private final Map<String, String> tags = new TreeMap<>();
    private String name;
    private @Nullable String description;
    private final String kmsKeyId;
    private Instant modified;
    private @Nullable String defaultBranch;
    private List<RepositoryTrigger> triggers = List.of();
    private String triggersId;

    CodeRepository(
            Place place, String id, String name, @Nullable String description, String kmsKeyId, Instant created,
            String triggersId) {
        this.place = place;
        this.id = id;
        this.name = name;
        this.description = description;
        this.kmsKeyId = kmsKeyId;
        this.created = created;
        this.modified = created;
        this.triggersId = triggersId;
        this.git = new InMemoryRepository(new DfsRepositoryDescription(id));
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String arn() {
        return place.arn("codecommit", name);
    }

    Instant modified() {
        return modified;
    }

    InMemoryRepository git() {
        return git;
    }

    Map<String, String> tags() {
        return tags;
    }

    List<RepositoryTrigger> triggers() {
        return triggers;
    }

    String triggersId() {
        return triggersId;
    }

    @Nullable String defaultBranch() {
        return defaultBranch;
    }

    void rename(String next, Instant now) {
        name = next;
        modified = now;
    }

    void describe(@Nullable String text, Instant now) {
        description = text;
        modified = now;
    }

    void touch(Instant now) {
        modified = now;
    }

    void setTriggers(List<RepositoryTrigger> next, String configurationId) {
        triggers = List.copyOf(next);
        triggersId = configurationId;
    }

    /** Which branch a clone checks out. An empty repository has none, and advertises no HEAD. */
    void setDefaultBranch(String branch) {
        try {
            git.updateRef(Constants.HEAD).link(Constants.R_HEADS + branch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        defaultBranch = branch;
    }

    /** The commit at the tip of a branch, null if there is no such branch. */
    @Nullable ObjectId tip(String branch) {
        return target(Constants.R_HEADS + branch);
    }

    /** What a full reference name points to, peeled to a commit where it is an annotated tag. */
    @Nullable ObjectId target(String fullName) {
        try {
            var ref = git.exactRef(fullName);
            if (ref == null || ref.getObjectId() == null) {
                return null;
            }
            var peeled = git.getRefDatabase().peel(ref).getPeeledObjectId();
            return peeled == null ? ref.getObjectId() : peeled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the branches, sorted. */
    List<String> branches() {
        try {
            return git.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream()
                    .map(Ref::getName)
                    .map(full -> full.substring(Constants.R_HEADS.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves, makes or (with a null commit) removes a branch. */
    void moveBranch(String branch, @Nullable ObjectId commit) {
        try {
            var update = git.updateRef(Constants.R_HEADS + branch);
            update.setForceUpdate(true);
            update.disableRefLog();
            RefUpdate.Result result;
            if (commit == null) {
                result = update.delete();
            } else {
                update.setNewObjectId(commit);
                result = update.update();
            }
            switch (result) {
                case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
                default -> throw new IllegalStateException("Branch " + branch + " could not be moved: " + result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RepositoryMetadata metadata(String cloneUrl) {
        return RepositoryMetadata.builder()
                .accountId(place.account())
                .repositoryId(id)
                .repositoryName(name)
                .repositoryDescription(description)
                .defaultBranch(defaultBranch)
                .creationDate(created)
                .lastModifiedDate(modified)
                .cloneUrlHttp(cloneUrl)
                .cloneUrlSsh("ssh://git-codecommit." + place.region() + ".amazonaws.com/v1/repos/" + name)
                .arn(arn())
                .kmsKeyId(kmsKeyId)
                .build();
    }
}
