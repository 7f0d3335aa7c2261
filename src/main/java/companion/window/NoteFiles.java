package companion.window;

import companion.desktop.context.AppContext.Notes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The learner's notes, a text file a stage.
 *
 * @param folder made when the first note is written
 */
record NoteFiles(Path folder) implements Notes {

    @Override
    public String read(String stageId) {
        var file = file(stageId);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the notes in " + file, e);
        }
    }

    @Override
    public void write(String stageId, String text) {
        var file = file(stageId);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the notes in " + file, e);
        }
    }

    private Path file(String stageId) {
        return folder.resolve(stageId + ".md");
    }
}
