package companion.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.TreeMap;

/** The learner's choices on disk: a small file that is replaced as a whole, so that it is never half written. */
final class Choices {
    private static final String WORKSHOP = "workshop";
    private static final String INPUT = "input.";

    private final Path path;
    private final Workshop workshop;

    Choices(Path path, Workshop workshop) {
        this.path = path;
        this.workshop = workshop;
    }

    /** What was chosen last, and the suggestions for all the rest; a choice that is no longer right is left out. */
    Values load() throws IOException {
        var inputs = workshop.stages().stream()
                .flatMap(stage -> stage.inputs().stream())
                .toList();
        var values = Values.suggestions(inputs);
        var kept = new Properties();
        if (Files.exists(path)) {
            try (var in = Files.newBufferedReader(path)) {
                kept.load(in);
            }
        }
        if (!workshop.id().equals(kept.getProperty(WORKSHOP))) {
            return values;
        }
        for (var input : inputs) {
            var value = kept.getProperty(INPUT + input.id());
            if (value != null && input.problem().apply(value).isEmpty()) {
                values = values.with(input.id(), value);
            }
        }
        return values;
    }

    void save(Values values) {
        var text = new StringBuilder(WORKSHOP + "=" + workshop.id() + "\n");
        new TreeMap<>(values.byInput())
                .forEach((input, value) -> text.append(INPUT)
                        .append(input)
                        .append('=')
                        .append(value.replace("\\", "\\\\"))
                        .append('\n'));
        try {
            var next = path.resolveSibling(path.getFileName() + ".next");
            Files.writeString(next, text);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The choices could not be written to " + path, e);
        }
    }
}
