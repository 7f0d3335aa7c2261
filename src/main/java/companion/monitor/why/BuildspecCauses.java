package companion.monitor.why;

import companion.monitor.snapshot.BuildSnapshot.Settings;
import companion.monitor.why.Why.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What CodeBuild says of a buildspec that it cannot use. */
final class BuildspecCauses {
    private BuildspecCauses() {}

    static Optional<Finding> find(String text, @Nullable Settings settings) {
        if (!text.contains("YAML_FILE_ERROR")) {
            return Optional.empty();
        }
        if (text.contains("does not exist") || text.contains("no such file")) {
            return Optional.of(missing(settings));
        }
        return Optional.of(text.contains("to be of string type")
                ? Finding.of(
                        "A command of the buildspec is no text",
                        "A command that contains a colon and a space is read as a map by YAML.",
                        Finding.step("Put the command in quotes"))
                : Finding.of(
                        "The buildspec is no valid YAML",
                        "CodeBuild cannot parse it. The message names the line; indentation and tabs are what is usually wrong.",
                        Finding.step("Correct the buildspec and push it")));
    }

    private static Finding missing(@Nullable Settings settings) {
        if (settings == null) {
            return Finding.of(
                    "The buildspec is not where CodeBuild looks",
                    "The source has no file of the name that the project asks for.",
                    Finding.step("Push the buildspec under that name"));
        }
        var asked = settings.buildspec().isEmpty() ? "buildspec.yml" : settings.buildspec();
        return Finding.of(
                "The source has no " + asked,
                "The project looks for `" + asked + "`" + (settings.buildspec().isEmpty()
                        ? ", the default. A file `buildspec.yaml` is not taken for it."
                        : ", and the source has no such file."),
                new Field("source.buildspec", "a file of the source", asked),
                Finding.step("Name the file that is there", "UpdateProject"),
                Finding.step("Or push a " + asked));
    }
}
