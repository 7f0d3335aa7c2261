package companion;

import companion.console.Console;
import companion.console.LogSettings;
import companion.console.Practice;
import companion.console.Terminal;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** The entry: window or console. */
public final class Companion {
    private Companion() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("java.util.logging.config.class", LogSettings.class.getName());
        System.exit(run(args));
    }

    private static int run(String[] args) throws IOException, InterruptedException {
        if (args.length == 0) {
            if (WindowProcess.hasDisplay(System.getProperty("os.name"), System.getenv())) {
                return WindowProcess.run();
            }
            System.err.println("There is no display for the window, so this goes on in the console:"
                    + " run blue-green --practice");
            return console("run", "blue-green", "--practice");
        }
        return console(args);
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
                cloud::close);
    }
}
