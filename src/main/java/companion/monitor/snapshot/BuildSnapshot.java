package companion.monitor.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A build at one moment.
 *
 * @param logGroup null until the log has begun
 */
public record BuildSnapshot(
        String id,
        long number,
        Status status,
        Span span,
        List<Phase> phases,
        @Nullable String logGroup,
        @Nullable String logStream) {
    public BuildSnapshot {
        phases = List.copyOf(phases);
    }

    /** @param context what CodeBuild says of a phase that did not succeed; empty otherwise */
    public record Phase(String type, Status status, Span span, String context) {}
}
