package companion.console;

import companion.practice.world.Speed;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the plain forms of the command {@code cloud} without the command-line library, whose loading takes longer
 * than the practice cloud itself. Whatever is not plain (help, an error, an abbreviation) is left to the library,
 * which knows how to say it.
 */
final class QuickCloud {
    private QuickCloud() {}

    static Optional<CloudCommand> parse(Terminal terminal, Practice.Starter starter, String... args) {
        if (args.length % 2 == 0 || !args[0].equals("cloud")) {
            return Optional.empty();
        }
        var command = new CloudCommand(terminal, starter);
        try {
            for (int i = 1; i < args.length; i += 2) {
                if (!set(command, args[i], args[i + 1])) {
                    return Optional.empty();
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(command);
    }

    private static boolean set(CloudCommand command, String option, String value) {
        switch (option) {
            case "--port" -> command.port = Integer.parseInt(value);
            case "--speed" -> command.speed = Speed.parse(value);
            case "--state" -> command.state = Path.of(value);
            case "--workspace" -> command.workspace = Path.of(value);
            case "--region" -> command.region = value;
            case "--env-file" -> command.environmentFile = Path.of(value);
            default -> {
                return false;
            }
        }
        return !value.startsWith("-");
    }
}
