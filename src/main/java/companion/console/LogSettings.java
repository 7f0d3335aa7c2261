package companion.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * What libraries may say on the console: warnings, on one line each. The logging system makes one of these when it is
 * first used, named by {@code java.util.logging.config.class}.
 */
public final class LogSettings {
    private static final String SETTINGS = """
        handlers=java.util.logging.ConsoleHandler
        .level=WARNING
        java.util.logging.ConsoleHandler.level=WARNING
        java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
        java.util.logging.SimpleFormatter.format=%4$s %5$s%n
        """;

    public LogSettings() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
