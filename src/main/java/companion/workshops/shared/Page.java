package companion.workshops.shared;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A page as a visitor gets it.
 *
 * @param status the HTTP status
 */
public record Page(int status, String body) {
    private static final Pattern VERSION = Pattern.compile("Executing v\\d+ on AWS Fargate[^<]*");
    private static final int PATIENCE_MILLIS = 5_000;

    /** @throws IOException if nobody answers */
    public static Page fetch(URI url) throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setUseCaches(false);
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Page(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The line that says which version this is. */
    public Optional<String> version() {
        var line = VERSION.matcher(body);
        return status == 200 && line.find() ? Optional.of(line.group().strip()) : Optional.empty();
    }
}
