package companion.practice.codecommit;

import companion.practice.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.codecommit.model.CreateCommitRequest;
import software.amazon.awssdk.services.codecommit.model.CreateCommitResponse;
import software.amazon.awssdk.services.codecommit.model.DeleteFileRequest;
import software.amazon.awssdk.services.codecommit.model.DeleteFileResponse;
import software.amazon.awssdk.services.codecommit.model.FileContentRequiredException;
import software.amazon.awssdk.services.codecommit.model.NoChangeException;
import software.amazon.awssdk.services.codecommit.model.PutFileRequest;
import software.amazon.awssdk.services.codecommit.model.PutFileResponse;
import software.amazon.awssdk.services.codecommit.model.SameFileContentException;

/** Commits made through the AWS interface. Same time, caller and files: same commit id. */
final class CommitWriter {
    private final World world;
    private final Repositories repositories;
    private final RefChanges changes;

    CommitWriter(World world, Repositories repositories, RefChanges changes) {
        this.world = world;
        this.repositories = repositories;
        this.changes = changes;
    }

    CreateCommitResponse create(CreateCommitRequest request) {
        var draft = draft(
                request.repositoryName(), request.branchName(), request.parentCommitId(),
                request.authorName(), request.email(), request.commitMessage());
        CommitFiles.check(request);
        return write(draft, (tree, inserter) -> {
            var files = new CommitFiles(tree, inserter);
            files.apply(request);
            var treeId = tree.write(inserter);
            if (draft.parent() != null && treeId.equals(draft.parent().getTree())) {
                throw Refusals.fault(
                        NoChangeException.builder(),
                        "The commit cannot be created because no changes will be made to the repository as a result"
                                + " of this commit. A commit must contain at least one change.");
            }
            var commitId = commit(draft, treeId, inserter, "Changed " + files.count() + " files");
            return files.response().commitId(commitId.name()).treeId(treeId.name()).build();
        });
    }

    PutFileResponse put(PutFileRequest request) {
        var path = Refusals.path(request.filePath(), false);
        var content = content(request.fileContent());
        var draft = draft(
                request.repositoryName(), request.branchName(), request.parentCommitId(),
                request.name(), request.email(), request.commitMessage());
        return write(draft, (tree, inserter) -> {
            var before = tree.find(path);
            var blob = inserter.insert(Constants.OBJ_BLOB, content);
            var mode = CommitFiles.mode(request.fileMode(), before);
            if (before != null && before.id().equals(blob) && before.mode() == mode) {
                throw Refusals.fault(
                        SameFileContentException.builder(),
                        "The file was not added or updated because the content of the file is exactly the same as the"
                                + " content of that file in the repository and branch that you specified.");
            }
            tree.put(path, new FileTree.Entry(mode, blob));
            var treeId = tree.write(inserter);
            var commitId = commit(draft, treeId, inserter, (before == null ? "Added " : "Edited ") + path);
            return PutFileResponse.builder()
                    .commitId(commitId.name())
                    .blobId(blob.name())
                    .treeId(treeId.name())
                    .build();
        });
    }

    DeleteFileResponse delete(DeleteFileRequest request) {
        var path = Refusals.path(request.filePath(), false);
        var draft = draft(
                request.repositoryName(), request.branchName(), request.parentCommitId(),
                request.name(), request.email(), request.commitMessage());
        return write(draft, (tree, inserter) -> {
            var blob = tree.get(path).id();
            tree.delete(path, Boolean.TRUE.equals(request.keepEmptyFolders()), inserter);
            var treeId = tree.write(inserter);
            var commitId = commit(draft, treeId, inserter, "Deleted " + path);
            return DeleteFileResponse.builder()
                    .commitId(commitId.name())
                    .blobId(blob.name())
                    .treeId(treeId.name())
                    .filePath(path)
                    .build();
        });
    }

    @FunctionalInterface
    private interface Change<T> {
        T apply(FileTree tree, ObjectInserter inserter) throws IOException;
    }

    private static <T> T write(CommitDraft draft, Change<T> change) {
        var git = draft.repository().git();
        try (var inserter = git.newObjectInserter()) {
            return change.apply(FileTree.of(git, draft.parent() == null ? null : draft.parent().getTree()), inserter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommitDraft draft(
            @Nullable String repositoryName, @Nullable String branchName, @Nullable String parentId,
            @Nullable String author, @Nullable String email, @Nullable String message) {
        var repository = repositories.get(repositoryName);
        var branch = Refusals.branchName(branchName);
        var parent = CommitDraft.parent(repository, branch, parentId);
        return new CommitDraft(repository, branch, parent, author, email, message);
    }

    private ObjectId commit(CommitDraft draft, ObjectId tree, ObjectInserter inserter, String defaultMessage)
            throws IOException {
        var callerArn = changes.caller().arn();
        var person = new PersonIdent(
                draft.author() == null ? callerArn.substring(callerArn.lastIndexOf('/') + 1) : draft.author(),
                draft.email() == null ? "" : draft.email(),
                world.now(),
                ZoneOffset.UTC);
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (draft.parent() != null) {
            commit.setParentId(draft.parent());
        }
        commit.setAuthor(person);
        commit.setCommitter(person);
        commit.setMessage(draft.message() == null ? defaultMessage : draft.message());
        var id = inserter.insert(commit);
        inserter.flush();
        draft.repository().moveBranch(draft.branch(), id);
        var before = draft.parent() == null ? null : draft.parent().toObjectId();
        changes.happened(draft.repository(), new RefChange(Constants.R_HEADS + draft.branch(), before, id));
        return id;
    }

    private static byte[] content(@Nullable SdkBytes content) {
        if (content == null || content.asByteArrayUnsafe().length == 0) {
            throw Refusals.fault(
                    FileContentRequiredException.builder(),
                    "The file cannot be added because it is empty. Empty files cannot be added to the repository"
                            + " with this API.");
        }
        CommitFiles.refuseLarge(content.asByteArrayUnsafe().length);
        return content.asByteArrayUnsafe();
    }
}
