package companion.monitor.read;

import companion.monitor.snapshot.Visit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A visitor of the public page: asks once and says which version answered. Thread-safe. */
public final class Probe implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("Executing (v\\d+)");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Bytes of a page that are looked at. */
    private static final int START = 65_536;

    private final HttpClient client;
    private final InstantSource clock;
    private final LongSupplier nanoTime;

    public Probe(InstantSource clock, LongSupplier nanoTime) {
        this(clock, nanoTime, null);
    }

    /** @param trusted the authorities that are trusted; null for those that Java trusts */
    Probe(InstantSource clock, LongSupplier nanoTime, @Nullable KeyStore trusted) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .sslContext(AnyName.trusting(trusted))
                .build();
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** Never throws for what the page does; that is what it reports. */
    public Visit visit(String url) throws InterruptedException {
        var at = clock.instant();
        long start = nanoTime.getAsLong();
        try {
            var request = HttpRequest.newBuilder(URI.create(url)).build();
            var answering = client.sendAsync(request, _ -> new PageStart(START));
            var answer = await(answering);
            var found = VERSION.matcher(answer.body());
            var version = answer.statusCode() != 200 ? "" : found.find() ? found.group(1) : "?";
            return new Visit(at, version, answer.statusCode(), since(start));
        } catch (ExecutionException | TimeoutException | IllegalArgumentException e) {
            return new Visit(at, "", 0, since(start));
        }
    }

    /** A client's own time limit ends with the head of the answer, and a page may stop anywhere. */
    private static <T> T await(CompletableFuture<T> answering)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answering.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answering.cancel(true);
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
