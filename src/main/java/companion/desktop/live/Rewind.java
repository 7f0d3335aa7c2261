package companion.desktop.live;

import companion.monitor.watch.Release;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which moment is looked at: the present, or one that was. Not thread-safe. */
final class Rewind {
    private final Supplier<Past> past;
    private @Nullable Instant viewing;

    Rewind(Supplier<Past> past) {
        this.past = past;
    }

    /** Empty while the present is looked at. */
    Optional<Instant> viewing() {
        return Optional.ofNullable(viewing);
    }

    /** The release as it was at the moment looked at; empty for the present. */
    Optional<Release> release() {
        return viewing().flatMap(at -> past.get().at(at));
    }

    boolean canGoBack() {
        return past.get().from().isPresent();
    }

    /** Goes to a moment; one after the last event is the present. */
    void to(Instant instant, Instant now) {
        var from = past.get().from();
        if (from.isEmpty() || !instant.isBefore(now)) {
            viewing = null;
        } else {
            viewing = instant.isBefore(from.get()) ? from.get() : instant;
        }
    }

    /** Goes to the event before, or the beginning if there is none. */
    void back(Instant now) {
        var at = viewing == null ? now : viewing;
        var events = past.get().events();
        var before = events.stream().filter(each -> each.isBefore(at)).reduce((first, second) -> second);
        before.or(past.get()::from).ifPresent(each -> to(each, now));
    }

    /** Goes to the next event; after the last one that is the present. */
    void on(Instant now) {
        if (viewing != null) {
            var at = viewing;
            past.get().events().stream()
                    .filter(each -> each.isAfter(at))
                    .findFirst()
                    .ifPresentOrElse(each -> to(each, now), this::live);
        }
    }

    /** Goes to the first moment that was seen. */
    void start(Instant now) {
        past.get().from().ifPresent(each -> to(each, now));
    }

    /** Goes back to the present. */
    void live() {
        viewing = null;
    }
}
