package companion.practice.codecommit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import software.amazon.awssdk.services.codecommit.model.FileVersion;
import software.amazon.awssdk.services.codecommit.model.ListFileCommitHistoryRequest;
import software.amazon.awssdk.services.codecommit.model.ListFileCommitHistoryResponse;

/** The commits that changed one file, newest first. */
final class FileHistory {
    private static final int PAGE = 100;

    private final CodeRepository repository;

    FileHistory(CodeRepository repository) {
        this.repository = repository;
    }

    ListFileCommitHistoryResponse list(ListFileCommitHistoryRequest request) {
        var path = Refusals.path(request.filePath(), false);
        var start = new Commits(repository).resolve(request.commitSpecifier());
        var page = Slice.of(versions(start, path), request.nextToken(), request.maxResults(), PAGE);
        return ListFileCommitHistoryResponse.builder()
                .revisionDag(page.items())
                .nextToken(page.next())
                .build();
    }

    private List<FileVersion> versions(ObjectId start, String path) {
        var children = new LinkedHashMap<String, List<String>>();
        var found = new ArrayList<FileVersion>();
        try (var walk = new RevWalk(repository.git())) {
            walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
            walk.markStart(walk.parseCommit(start));
            var commits = new ArrayList<RevCommit>();
            for (var commit : walk) {
                commits.add(commit);
                // The walk has rewritten the parents to the next commits that changed the file.
                for (var parent : commit.getParents()) {
                    children.computeIfAbsent(parent.name(), each -> new ArrayList<>()).add(commit.name());
                }
            }
            var whole = new Commits(repository);
            for (var commit : commits) {
                var full = whole.resolve(commit.name());
                try (var file = TreeWalk.forPath(repository.git(), path, full.getTree())) {
                    found.add(FileVersion.builder()
                            .commit(Commits.describe(full))
                            .path(path)
                            .blobId(file == null ? null : file.getObjectId(0).name())
                            .revisionChildren(children.getOrDefault(commit.name(), List.of()))
                            .build());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
