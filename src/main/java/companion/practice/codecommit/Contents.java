package companion.practice.codecommit;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.codecommit.model.BlobIdDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.BlobIdRequiredException;
import software.amazon.awssdk.services.codecommit.model.FileDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.FileModeTypeEnum;
import software.amazon.awssdk.services.codecommit.model.FileTooLargeException;
import software.amazon.awssdk.services.codecommit.model.FolderDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.GetFileResponse;
import software.amazon.awssdk.services.codecommit.model.GetFolderResponse;
import software.amazon.awssdk.services.codecommit.model.InvalidBlobIdException;

/** Files and folders of one repository as of a commit. */
final class Contents {
    /** What GetFile and GetBlob give at most, in bytes. */
    private static final int LIMIT = 6 * 1024 * 1024;

    private final CodeRepository repository;

    Contents(CodeRepository repository) {
        this.repository = repository;
    }

    GetFileResponse file(@Nullable String specifier, @Nullable String filePath) {
        var path = Refusals.path(filePath, false);
        var commit = new Commits(repository).resolve(specifier);
        try (var walk = TreeWalk.forPath(repository.git(), path, commit.getTree())) {
            var mode = walk == null ? FileMode.MISSING : walk.getFileMode(0);
            if (walk == null || mode.getObjectType() != Constants.OBJ_BLOB) {
                throw Refusals.fault(FileDoesNotExistException.builder(), "Could not find path " + path);
            }
            var bytes = bytes(repository.git().open(walk.getObjectId(0)));
            return GetFileResponse.builder()
                    .commitId(commit.name())
                    .blobId(walk.getObjectId(0).name())
                    .filePath(path)
                    .fileMode(type(mode))
                    .fileSize((long) bytes.length)
                    .fileContent(SdkBytes.fromByteArrayUnsafe(bytes))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SdkBytes blob(@Nullable String blobId) {
        if (blobId == null) {
            throw Refusals.fault(BlobIdRequiredException.builder(), "A blob ID is required, but was not specified.");
        }
        if (!ObjectId.isId(blobId)) {
            throw Refusals.fault(InvalidBlobIdException.builder(), "The specified blob is not valid.");
        }
        try {
            var loader = repository.git().open(ObjectId.fromString(blobId), Constants.OBJ_BLOB);
            return SdkBytes.fromByteArrayUnsafe(bytes(loader));
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw Refusals.fault(BlobIdDoesNotExistException.builder(), "Could not find blob " + blobId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GetFolderResponse folder(@Nullable String specifier, @Nullable String folderPath) {
        var path = Refusals.path(folderPath, true);
        var commit = new Commits(repository).resolve(specifier);
        try (var reader = repository.git().newObjectReader()) {
            var tree = tree(commit.getTree(), path);
            if (tree == null) {
                throw Refusals.fault(FolderDoesNotExistException.builder(), "Could not find path " + path);
            }
            var listing = new FolderListing(path);
            for (var at = new CanonicalTreeParser(null, reader, tree); !at.eof(); at = at.next()) {
                listing.add(at);
            }
            return listing.response()
                    .commitId(commit.name())
                    .treeId(tree.name())
                    .folderPath(path)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileModeTypeEnum type(FileMode mode) {
        if (mode == FileMode.EXECUTABLE_FILE) {
            return FileModeTypeEnum.EXECUTABLE;
        }
        return mode == FileMode.SYMLINK ? FileModeTypeEnum.SYMLINK : FileModeTypeEnum.NORMAL;
    }

    private @Nullable ObjectId tree(ObjectId root, String path) throws IOException {
        if (path.isEmpty()) {
            return root;
        }
        try (var walk = TreeWalk.forPath(repository.git(), path, root)) {
            return walk != null && walk.getFileMode(0) == FileMode.TREE ? walk.getObjectId(0) : null;
        }
    }

    private static byte[] bytes(ObjectLoader loader) throws IOException {
        if (loader.getSize() > LIMIT) {
            throw Refusals.fault(
                    FileTooLargeException.builder(),
                    "The specified file exceeds the file size limit for AWS CodeCommit. For more information about"
                            + " limits in AWS CodeCommit, see AWS CodeCommit User Guide.");
        }
        return loader.getBytes(LIMIT);
    }
}
