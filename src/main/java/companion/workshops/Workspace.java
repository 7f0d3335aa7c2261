package companion.workshops;

import dev.dirs.ProjectDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where things are kept on this machine.
 *
 * @param root the data folder
 * @param workingCopies the folder for the learner's clones
 */
public record Workspace(Path root, Path workingCopies) {

    /** @param chosen with {@code --workspace}; null for where the operating system expects it */
    public static Workspace of(@Nullable Path chosen) {
        if (chosen != null) {
            var root = chosen.toAbsolutePath().normalize();
            return new Workspace(root, root);
        }
        var data = Path.of(ProjectDirectories.from("", "", "Workshop Companion").dataLocalDir);
        return new Workspace(data, Path.of(System.getProperty("user.home"), "workshops"));
    }

    /** All of the practice cloud: its journal, and the sessions in it. */
    public Path practice() {
        return root.resolve("practice");
    }

    /** Its journal and its blobs. */
    public Path practiceState() {
        return practice().resolve("cloud");
    }

    /** Ledgers and choices. */
    public Path sessions(boolean practice) {
        return practice ? practice().resolve("sessions") : root.resolve("sessions");
    }

    /** The learner's clone, as suggested. */
    public Path workingCopy(String workshop) {
        return workingCopies.resolve(workshop).resolve("MyRepo");
    }

    /** Forgets the practice cloud after it was left empty. */
    public void deletePractice() throws IOException {
        if (!Files.exists(practice())) {
            return;
        }
        try (var paths = Files.walk(practice())) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
