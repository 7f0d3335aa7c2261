package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.watch.Release;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewindTest {
    private static final Instant START = Instant.parse("2026-11-21T12:01:00Z");
    private static final Instant NOW = START.plusSeconds(100);

    private final Rewind rewind = new Rewind(() -> new Seen(List.of(at(10), at(40), at(90))));

    private record Seen(List<Instant> events) implements Past {
        @Override
        public Optional<Instant> from() {
            return Optional.of(START);
        }

        @Override
        public Optional<Release> at(Instant instant) {
            return Optional.empty();
        }
    }

    @Test
    void goesBackEventByEventToTheBeginning() {
        rewind.back(NOW);
        assertThat(rewind.viewing()).contains(at(90));
        rewind.back(NOW);
        rewind.back(NOW);
        assertThat(rewind.viewing()).contains(at(10));
        rewind.back(NOW);
        rewind.back(NOW);
        assertThat(rewind.viewing()).contains(START);
    }

    @Test
    void goesOnEventByEventToThePresent() {
        rewind.to(at(20), NOW);

        rewind.on(NOW);
        assertThat(rewind.viewing()).contains(at(40));
        rewind.on(NOW);
        rewind.on(NOW);
        assertThat(rewind.viewing()).isEmpty();
    }

    @Test
    void aMomentBeforeAllIsTheFirstAndOneAheadIsThePresent() {
        rewind.to(START.minusSeconds(5), NOW);
        assertThat(rewind.viewing()).contains(START);

        rewind.to(NOW.plusSeconds(5), NOW);
        assertThat(rewind.viewing()).isEmpty();
    }

    @Test
    void withoutAPastThereIsOnlyThePresent() {
        var nowhere = new Rewind(() -> Past.NONE);

        nowhere.back(NOW);
        nowhere.start(NOW);

        assertThat(nowhere.canGoBack()).isFalse();
        assertThat(nowhere.viewing()).isEmpty();
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
