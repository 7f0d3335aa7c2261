package companion.practice.codecommit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.BlobMetadata;
import software.amazon.awssdk.services.codecommit.model.ChangeTypeEnum;
import software.amazon.awssdk.services.codecommit.model.CommitRequiredException;
import software.amazon.awssdk.services.codecommit.model.Difference;
import software.amazon.awssdk.services.codecommit.model.GetDifferencesRequest;
import software.amazon.awssdk.services.codecommit.model.GetDifferencesResponse;
import software.amazon.awssdk.services.codecommit.model.PathDoesNotExistException;

/** What differs between two commits of one repository, file by file; a renamed file is one deleted and one added. */
final class Differences {
    private static final int PAGE = 400;

    private final CodeRepository repository;

    Differences(CodeRepository repository) {
        this.repository = repository;
    }

    GetDifferencesResponse get(GetDifferencesRequest request) {
        if (request.afterCommitSpecifier() == null) {
            throw Refusals.fault(CommitRequiredException.builder(), "A commit was not specified.");
        }
        var commits = new Commits(repository);
        var after = commits.resolve(request.afterCommitSpecifier());
        var before = request.beforeCommitSpecifier() == null ? null : commits.resolve(request.beforeCommitSpecifier());
        try {
            var all = between(before, request.beforePath(), after, request.afterPath());
            var page = Slice.of(all, request.nextToken(), request.maxResults(), PAGE);
            return GetDifferencesResponse.builder()
                    .differences(page.items())
                    .nextToken(page.next())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Difference> between(
            @Nullable RevCommit before, @Nullable String beforePath, RevCommit after, @Nullable String afterPath)
            throws IOException {
        try (var walk = new TreeWalk(repository.git())) {
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            var from = prefix(before, beforePath);
            var to = prefix(after, afterPath);
            if (before == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(tree(before, from));
            }
            walk.addTree(tree(after, to));
            var found = new ArrayList<Difference>();
            while (walk.next()) {
                var old = blob(walk, 0, from);
                var fresh = blob(walk, 1, to);
                var type = old == null ? ChangeTypeEnum.A : fresh == null ? ChangeTypeEnum.D : ChangeTypeEnum.M;
                found.add(Difference.builder()
                        .beforeBlob(old)
                        .afterBlob(fresh)
                        .changeType(type)
                        .build());
            }
            return found;
        }
    }

    private static String prefix(@Nullable RevCommit commit, @Nullable String path) {
        return commit == null || path == null ? "" : Refusals.path(path, true);
    }

    private AnyObjectId tree(RevCommit commit, String path) throws IOException {
        if (path.isEmpty()) {
            return commit.getTree();
        }
        try (var walk = TreeWalk.forPath(repository.git(), path, commit.getTree())) {
            if (walk == null || walk.getFileMode(0) != FileMode.TREE) {
                throw Refusals.fault(PathDoesNotExistException.builder(), "The specified path does not exist.");
            }
            return walk.getObjectId(0);
        }
    }

    private static @Nullable BlobMetadata blob(TreeWalk walk, int side, String prefix) {
        var mode = walk.getFileMode(side);
        if (mode == FileMode.MISSING) {
            return null;
        }
        return BlobMetadata.builder()
                .blobId(walk.getObjectId(side).name())
                .path(prefix.isEmpty() ? walk.getPathString() : prefix + "/" + walk.getPathString())
                .mode(mode.toString())
                .build();
    }
}
