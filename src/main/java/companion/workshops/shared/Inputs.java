package companion.workshops.shared;

import companion.workshop.Input;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Inputs that several workshops ask for, and what AWS accepts as their values. */
public final class Inputs {
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private Inputs() {}

    public static Input repositoryName(String suggestion) {
        return new Input(
                "repository-name",
                "Repository name",
                "Letters, digits, full stops, hyphens and underscores, up to 100; it may not end in .git.",
                Input.Kind.TEXT,
                suggestion,
                List.of(),
                Inputs::repositoryProblem);
    }

    static Optional<String> repositoryProblem(String value) {
        if (value.isBlank()) {
            return Optional.of("The repository needs a name.");
        }
        if (value.endsWith(".git")) {
            return Optional.of("A repository name may not end in .git.");
        }
        if (value.length() > 100) {
            return Optional.of("A repository name has up to 100 characters; this one has " + value.length() + ".");
        }
        return REPOSITORY.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("A repository name takes letters, digits, full stops, hyphens and underscores only.");
    }

    /** @param choices the first one is suggested */
    public static Input branch(List<String> choices) {
        return new Input(
                "branch",
                "Branch",
                "The same name goes into your push, the Source action, the event rule and this window.",
                Input.Kind.CHOICE,
                choices.getFirst(),
                choices,
                value -> choices.contains(value)
                        ? Optional.empty()
                        : Optional.of("The branch is " + String.join(" or ", choices) + "."));
    }

    public static Input folder(Path suggestion) {
        return new Input(
                "folder",
                "Working copy",
                "An empty folder, or one that does not exist yet.",
                Input.Kind.FOLDER,
                suggestion.toString(),
                List.of(),
                Inputs::folderProblem);
    }

    static Optional<String> folderProblem(String value) {
        if (value.isBlank()) {
            return Optional.of("The working copy needs a folder.");
        }
        try {
            return Path.of(value).isAbsolute()
                    ? Optional.empty()
                    : Optional.of("Give the whole path of the folder, from the root.");
        } catch (InvalidPathException e) {
            return Optional.of("This is not a path: " + e.getReason() + ".");
        }
    }
}
