package companion.monitor.read;

import companion.monitor.snapshot.Visit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** A visitor of the public page: asks once and says which version answered. Thread-safe. */
public final class Probe implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("Executing (v\\d+)");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final InstantSource clock;
    private final LongSupplier nanoTime;

    public Probe(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Never throws for what the page does; that is what it reports. */
    public Visit visit(String url) throws InterruptedException {
        var at = clock.instant();
        long start = nanoTime.getAsLong();
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var found = VERSION.matcher(answer.body());
            var version = answer.statusCode() != 200 ? "" : found.find() ? found.group(1) : "?";
            return new Visit(at, version, answer.statusCode(), since(start));
        } catch (IOException | IllegalArgumentException e) {
            return new Visit(at, "", 0, since(start));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
