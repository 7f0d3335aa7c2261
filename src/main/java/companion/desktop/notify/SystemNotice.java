package companion.desktop.notify;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The command with which an operating system shows a notice: {@code notify-send} on Linux, {@code osascript} on macOS,
 * PowerShell on Windows. The texts are arguments or variables of it and never part of a script, so that a commit message
 * can say whatever it likes.
 *
 * @param words with its arguments
 * @param variables for its environment
 */
public record SystemNotice(List<String> words, Map<String, String> variables) {
    private static final System.Logger LOG = System.getLogger(SystemNotice.class.getName());
    private static final int LONGEST = 240;
    private static final String MAC = "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend run";
    /** Windows shows a toast for an application it knows; PowerShell itself is one. */
    private static final String WINDOWS =
            """
            $null = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
            $toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent('ToastText02')
            $lines = $toast.GetElementsByTagName('text')
            $null = $lines.Item(0).AppendChild($toast.CreateTextNode($env:NOTICE_TITLE))
            $null = $lines.Item(1).AppendChild($toast.CreateTextNode($env:NOTICE_TEXT))
            $app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
            [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app).Show($toast)
            """;

    public SystemNotice {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    /**
     * @param system as {@code os.name} says it
     * @return empty for a system whose command is not known
     */
    public static Optional<SystemNotice> of(String system, String title, String text) {
        var name = system.toLowerCase(Locale.ROOT);
        var head = shortened(title);
        var body = shortened(text);
        if (name.startsWith("linux")) {
            return Optional.of(new SystemNotice(
                    List.of("notify-send", "--app-name=Workshop Companion", "--", head, escaped(body)), Map.of()));
        }
        if (name.startsWith("mac")) {
            return Optional.of(new SystemNotice(List.of("osascript", "-e", MAC, head, body), Map.of()));
        }
        return name.startsWith("windows")
                ? Optional.of(new SystemNotice(
                        List.of("powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS),
                        Map.of("NOTICE_TITLE", head, "NOTICE_TEXT", body)))
                : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** The text of a notice on Linux may have marks in it; ours has none. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Shows it. Waits for the command; a system without it shows nothing, which is only logged. */
    public void show() {
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(variables);
        try {
            var process = builder.start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "No notice of the system: " + words.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
