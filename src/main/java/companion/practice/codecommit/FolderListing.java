package companion.practice.codecommit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import software.amazon.awssdk.services.codecommit.model.File;
import software.amazon.awssdk.services.codecommit.model.Folder;
import software.amazon.awssdk.services.codecommit.model.GetFolderResponse;
import software.amazon.awssdk.services.codecommit.model.SubModule;
import software.amazon.awssdk.services.codecommit.model.SymbolicLink;

/** Sorts the entries of a tree into the lists that GetFolder answers. */
final class FolderListing {
    private final String prefix;
    private final List<Folder> folders = new ArrayList<>();
    private final List<File> files = new ArrayList<>();
    private final List<SymbolicLink> links = new ArrayList<>();
    private final List<SubModule> modules = new ArrayList<>();

    FolderListing(String folder) {
        prefix = folder.isEmpty() ? "" : folder + "/";
    }

    void add(CanonicalTreeParser at) {
        var name = at.getEntryPathString();
        var path = prefix + name;
        var id = at.getEntryObjectId().name();
        var mode = at.getEntryFileMode();
        if (mode == FileMode.TREE) {
            folders.add(Folder.builder().treeId(id).absolutePath(path).relativePath(name).build());
        } else if (mode == FileMode.GITLINK) {
            modules.add(SubModule.builder().commitId(id).absolutePath(path).relativePath(name).build());
        } else if (mode == FileMode.SYMLINK) {
            links.add(SymbolicLink.builder()
                    .blobId(id)
                    .absolutePath(path)
                    .relativePath(name)
                    .fileMode(Contents.type(mode))
                    .build());
        } else {
            files.add(File.builder()
                    .blobId(id)
                    .absolutePath(path)
                    .relativePath(name)
                    .fileMode(Contents.type(mode))
                    .build());
        }
    }

    GetFolderResponse.Builder response() {
        return GetFolderResponse.builder()
                .subFolders(folders)
                .files(files)
                .symbolicLinks(links)
                .subModules(modules);
    }
}
