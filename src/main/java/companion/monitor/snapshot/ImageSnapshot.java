package companion.monitor.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container image in ECR.
 *
 * @param uri as the task definition names it
 * @param tags all that point to it now; empty for one that was overwritten
 * @param digest {@code sha256:…}
 * @param bytes compressed, as it is pulled
 */
public record ImageSnapshot(
        String uri, String repository, List<String> tags, String digest, @Nullable Instant pushedAt, long bytes) {
    public ImageSnapshot {
        tags = List.copyOf(tags);
    }
}
