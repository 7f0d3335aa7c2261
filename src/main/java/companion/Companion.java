package companion;

import companion.console.ConnectionOptions;
import companion.console.Console;
import companion.console.LogSettings;
import companion.console.Practice;
import companion.console.Terminal;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** The entry: window or console. */
public final class Companion {
    private static final int WRONG_USE = 2;

    private Companion() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("java.util.logging.config.class", LogSettings.class.getName());
        System.exit(run(args));
    }

    private static int run(String[] args) throws IOException, InterruptedException {
        if (!opensTheWindow(args)) {
            return console(args);
        }
        var wrong = ConnectionOptions.problem(args);
        if (wrong.isPresent()) {
            System.err.println(wrong.get());
            System.err.println("Without a command, the options say where the window goes. --help lists the commands.");
            return WRONG_USE;
        }
        if (WindowProcess.hasDisplay(System.getProperty("os.name"), System.getenv())) {
            return WindowProcess.run(args);
        }
        var command = new ArrayList<>(List.of("run", "blue-green"));
        command.addAll(args.length == 0 ? List.of("--practice") : List.of(args));
        System.err.println("There is no display for the window, so this goes on in the console: " + String.join(" ", command));
        return console(command.toArray(String[]::new));
    }

    /** Connection options without a command are the window's. */
    static boolean opensTheWindow(String... args) {
        return args.length == 0 || ConnectionOptions.isOneOf(args[0]);
    }

    private static int console(String... args) {
        return new Console(Terminal.system(), Companion::startPractice).run(args);
    }

    static Practice startPractice(Path state, int port, Speed speed) throws IOException {
        PracticeCloud cloud;
        try {
            cloud = PracticeCloud.start(PracticeSettings.on(port, state, speed));
        } catch (IllegalStateException e) {
            // Another practice cloud uses the folder; the sentence says what to do.
            throw new IOException(e.getMessage(), e);
        }
        return new Practice(
                cloud.endpoint(),
                AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()),
                cloud.gitUserName(),
                cloud.gitPassword(),
                cloud.clock(),
                cloud.remark(),
                cloud::close);
    }
}
