package companion.practice.codecommit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectInserter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.CreateCommitRequest;
import software.amazon.awssdk.services.codecommit.model.CreateCommitResponse;
import software.amazon.awssdk.services.codecommit.model.FileContentAndSourceFileSpecifiedException;
import software.amazon.awssdk.services.codecommit.model.FileContentSizeLimitExceededException;
import software.amazon.awssdk.services.codecommit.model.FileEntryRequiredException;
import software.amazon.awssdk.services.codecommit.model.FileMetadata;
import software.amazon.awssdk.services.codecommit.model.FileModeRequiredException;
import software.amazon.awssdk.services.codecommit.model.FileModeTypeEnum;
import software.amazon.awssdk.services.codecommit.model.InvalidFileModeException;
import software.amazon.awssdk.services.codecommit.model.MaximumFileEntriesExceededException;
import software.amazon.awssdk.services.codecommit.model.PutFileEntry;
import software.amazon.awssdk.services.codecommit.model.SamePathRequestException;
import software.amazon.awssdk.services.codecommit.model.SourceFileOrContentRequiredException;

/** The file changes of one CreateCommit call, applied to a tree. */
final class CommitFiles {
    private static final int MAX_ENTRIES = 100;
    private static final int MAX_FILE = 6 * 1024 * 1024;
    private static final int MAX_TOGETHER = 7 * 1024 * 1024;

    private final FileTree tree;
    private final ObjectInserter inserter;
    private final List<FileMetadata> added = new ArrayList<>();
    private final List<FileMetadata> updated = new ArrayList<>();
    private final List<FileMetadata> deleted = new ArrayList<>();

    CommitFiles(FileTree tree, ObjectInserter inserter) {
        this.tree = tree;
        this.inserter = inserter;
    }

    /** What can be refused without looking at the repository. */
    static void check(CreateCommitRequest request) {
        var paths = new ArrayList<String>();
        long together = 0;
        for (var put : request.putFiles()) {
            paths.add(Refusals.path(put.filePath(), false));
            boolean copies = put.sourceFile() != null;
            if (put.fileContent() == null && !copies) {
                throw Refusals.fault(
                        SourceFileOrContentRequiredException.builder(),
                        "The commit cannot be created because no source files or file content have been specified"
                                + " for the commit.");
            }
            if (put.fileContent() != null && copies) {
                throw Refusals.fault(
                        FileContentAndSourceFileSpecifiedException.builder(),
                        "The commit cannot be created because both a source file and file content have been"
                                + " specified for the same file. You cannot provide both. Either specify a source"
                                + " file or provide the file content directly.");
            }
            if (!copies) {
                refuseLarge(put.fileContent().asByteArrayUnsafe().length);
                together += put.fileContent().asByteArrayUnsafe().length;
            } else if (Boolean.TRUE.equals(put.sourceFile().isMove())) {
                paths.add(Refusals.path(put.sourceFile().filePath(), false));
            }
        }
        request.deleteFiles().forEach(each -> paths.add(Refusals.path(each.filePath(), false)));
        request.setFileModes().forEach(each -> paths.add(Refusals.path(each.filePath(), false)));
        checkCount(paths);
        if (together > MAX_TOGETHER) {
            throw tooLarge();
        }
        if (request.setFileModes().stream().anyMatch(each -> each.fileMode() == null)) {
            throw Refusals.fault(
                    FileModeRequiredException.builder(),
                    "The commit cannot be created because no file mode has been specified. A file mode is required"
                            + " to update mode permissions for a file.");
        }
    }

    static void refuseLarge(int length) {
        if (length > MAX_FILE) {
            throw tooLarge();
        }
    }

    /** @param before the file as it was, whose mode stays if none is asked for */
    static FileMode mode(@Nullable FileModeTypeEnum wanted, FileTree.@Nullable Entry before) {
        if (wanted == null) {
            return before == null ? FileMode.REGULAR_FILE : before.mode();
        }
        return switch (wanted) {
            case NORMAL -> FileMode.REGULAR_FILE;
            case EXECUTABLE -> FileMode.EXECUTABLE_FILE;
            case SYMLINK -> FileMode.SYMLINK;
            case UNKNOWN_TO_SDK_VERSION ->
                throw Refusals.fault(
                        InvalidFileModeException.builder(),
                        "The specified file mode permission is not valid. For a list of valid file mode permissions,"
                                + " see PutFile.");
        };
    }

    void apply(CreateCommitRequest request) throws IOException {
        boolean keep = Boolean.TRUE.equals(request.keepEmptyFolders());
        for (var each : request.deleteFiles()) {
            delete(each.filePath(), keep);
        }
        for (var each : request.putFiles()) {
            put(each, keep);
        }
        for (var each : request.setFileModes()) {
            var before = tree.get(each.filePath());
            change(each.filePath(), before, new FileTree.Entry(mode(each.fileMode(), before), before.id()));
        }
    }

    int count() {
        return added.size() + updated.size() + deleted.size();
    }

    CreateCommitResponse.Builder response() {
        return CreateCommitResponse.builder()
                .filesAdded(added)
                .filesUpdated(updated)
                .filesDeleted(deleted);
    }

    private void put(PutFileEntry put, boolean keep) throws IOException {
        var before = tree.find(put.filePath());
        if (put.sourceFile() == null) {
            var blob = inserter.insert(Constants.OBJ_BLOB, put.fileContent().asByteArrayUnsafe());
            change(put.filePath(), before, new FileTree.Entry(mode(put.fileMode(), before), blob));
            return;
        }
        var source = tree.get(put.sourceFile().filePath());
        if (Boolean.TRUE.equals(put.sourceFile().isMove())) {
            delete(put.sourceFile().filePath(), keep);
        }
        change(put.filePath(), before, new FileTree.Entry(mode(put.fileMode(), source), source.id()));
    }

    private void change(String path, FileTree.@Nullable Entry before, FileTree.Entry after) {
        tree.put(path, after);
        if (before == null) {
            added.add(metadata(path, after));
        } else if (!before.equals(after)) {
            updated.add(metadata(path, after));
        }
    }

    private void delete(String path, boolean keep) throws IOException {
        deleted.add(metadata(path, tree.get(path)));
        tree.delete(path, keep, inserter);
    }

    private static FileMetadata metadata(String path, FileTree.Entry entry) {
        return FileMetadata.builder()
                .absolutePath(path)
                .blobId(entry.id().name())
                .fileMode(Contents.type(entry.mode()))
                .build();
    }

    private static void checkCount(List<String> paths) {
        if (paths.isEmpty()) {
            throw Refusals.fault(
                    FileEntryRequiredException.builder(),
                    "The commit cannot be created because no files have been specified as added, updated, or changed"
                            + " (PutFile or DeleteFile) for the commit.");
        }
        if (paths.size() > MAX_ENTRIES) {
            throw Refusals.fault(
                    MaximumFileEntriesExceededException.builder(),
                    "The number of specified files to change as part of this commit exceeds the maximum number of"
                            + " files that can be changed in a single commit. Consider using a Git client for these"
                            + " changes.");
        }
        if (new HashSet<>(paths).size() < paths.size()) {
            throw Refusals.fault(
                    SamePathRequestException.builder(),
                    "The commit cannot be created because one or more changes in this commit duplicate actions in"
                            + " the same file path. For example, you cannot make the same delete request to the same"
                            + " file in the same file path twice, or make a delete request and a move request to the"
                            + " same file as part of the same commit.");
        }
    }

    private static RuntimeException tooLarge() {
        return Refusals.fault(
                FileContentSizeLimitExceededException.builder(),
                "The file cannot be added because it is too large. The maximum file size is 6 MB, and the combined file"
                        + " content change size is 7 MB. Consider making these changes using a Git client.");
    }
}
