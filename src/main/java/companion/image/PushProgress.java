package companion.image;

import com.google.cloud.tools.jib.event.events.ProgressEvent;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Adds up Jib's tree of progress: each node knows its share of the whole. */
final class PushProgress implements Consumer<ProgressEvent> {
    private final BiConsumer<String, Double> listener;
    private double done;

    PushProgress(BiConsumer<String, Double> listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void accept(ProgressEvent event) {
        var allocation = event.getAllocation();
        done += event.getUnits() * allocation.getFractionOfRoot();
        listener.accept(allocation.getDescription(), Math.min(1.0, done));
    }
}
