package companion.desktop.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Goes to other moments, and lets what is shown be painted anew. */
final class Travels implements TimelineCard.Travel {
    private final Rewind rewind;
    private final InstantSource time;
    private final Runnable arrived;

    Travels(Rewind rewind, InstantSource time, Runnable arrived) {
        this.rewind = rewind;
        this.time = time;
        this.arrived = arrived;
    }

    @Override
    public void start() {
        go(rewind::start);
    }

    @Override
    public void back() {
        go(rewind::back);
    }

    @Override
    public void on() {
        go(rewind::on);
    }

    @Override
    public void live() {
        go(now -> rewind.live());
    }

    @Override
    public void to(Instant instant) {
        go(now -> rewind.to(instant, now));
    }

    private void go(Consumer<Instant> way) {
        way.accept(time.instant());
        arrived.run();
    }
}
