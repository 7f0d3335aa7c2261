package companion.workshops.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that come with a workshop: templates, the sample app and its specs. */
public final class WorkshopFiles {
    private final String folder;

    /** @param folder on the class path, without a slash at its end */
    public WorkshopFiles(String folder) {
        this.folder = folder;
    }

    public byte[] bytes(String name) {
        try (var in = WorkshopFiles.class.getResourceAsStream(folder + "/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No file " + name + " in " + folder);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    public Template template(String name) {
        return new Template(name, text(name));
    }
}
