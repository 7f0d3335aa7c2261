package companion.practice.codecommit;

import java.io.IOException;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.DirectoryNameConflictsWithFileNameException;
import software.amazon.awssdk.services.codecommit.model.FileDoesNotExistException;
import software.amazon.awssdk.services.codecommit.model.FileNameConflictsWithDirectoryNameException;
import software.amazon.awssdk.services.codecommit.model.FilePathConflictsWithSubmodulePathException;

/** All files of a commit, to be changed and written as another tree. */
final class FileTree {
    private static final String KEEP = ".gitkeep";

    /** @param mode of a file, a symbolic link or a submodule */
    record Entry(FileMode mode, ObjectId id) {}

    private final TreeMap<String, Entry> files = new TreeMap<>();

    /** @param tree null for none, as in an empty repository */
    static FileTree of(Repository git, @Nullable ObjectId tree) throws IOException {
        var result = new FileTree();
        if (tree != null) {
            try (var walk = new TreeWalk(git)) {
                walk.setRecursive(true);
                walk.addTree(tree);
                while (walk.next()) {
                    result.files.put(walk.getPathString(), new Entry(walk.getFileMode(0), walk.getObjectId(0)));
                }
            }
        }
        return result;
    }

    @Nullable Entry find(String path) {
        return files.get(path);
    }

    Entry get(String path) {
        var entry = files.get(path);
        if (entry == null) {
            throw Refusals.fault(FileDoesNotExistException.builder(), "Could not find path " + path);
        }
        return entry;
    }

    void put(String path, Entry entry) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            refuseFileInTheWay(path.substring(0, slash));
        }
        if (isFolder(path)) {
            throw Refusals.fault(
                    FileNameConflictsWithDirectoryNameException.builder(),
                    "A file cannot be added to the repository because the specified file name has the same name as a"
                            + " directory in this repository. Either provide another name for the file, or add the"
                            + " file in a directory that does not match the file name.");
        }
        var there = files.get(path);
        if (there != null && there.mode() == FileMode.GITLINK) {
            throw submodule();
        }
        files.put(path, entry);
    }

    /** @param keepFolder whether a folder that is then empty stays, by a file {@code .gitkeep} in it */
    void delete(String path, boolean keepFolder, ObjectInserter inserter) throws IOException {
        get(path);
        files.remove(path);
        int slash = path.lastIndexOf('/');
        if (keepFolder && slash > 0 && !isFolder(path.substring(0, slash))) {
            var empty = inserter.insert(Constants.OBJ_BLOB, new byte[0]);
            files.put(path.substring(0, slash + 1) + KEEP, new Entry(FileMode.REGULAR_FILE, empty));
        }
    }

    ObjectId write(ObjectInserter inserter) throws IOException {
        var index = DirCache.newInCore();
        var builder = index.builder();
        files.forEach((path, entry) -> {
            var line = new DirCacheEntry(path);
            line.setFileMode(entry.mode());
            line.setObjectId(entry.id());
            builder.add(line);
        });
        builder.finish();
        return index.writeTree(inserter);
    }

    private boolean isFolder(String path) {
        var next = files.ceilingKey(path + "/");
        return next != null && next.startsWith(path + "/");
    }

    private void refuseFileInTheWay(String folder) {
        var entry = files.get(folder);
        if (entry != null && entry.mode() == FileMode.GITLINK) {
            throw submodule();
        }
        if (entry != null) {
            throw Refusals.fault(
                    DirectoryNameConflictsWithFileNameException.builder(),
                    "A file cannot be added to the repository because the specified path name has the same name as a"
                            + " file that already exists in this repository. Either provide a different name for the"
                            + " file, or specify a different path for the file.");
        }
    }

    private static RuntimeException submodule() {
        return Refusals.fault(
                FilePathConflictsWithSubmodulePathException.builder(),
                "The commit cannot be created because a specified file path points to a submodule. Verify that the"
                        + " destination files have valid file paths that do not point to a submodule.");
    }
}
