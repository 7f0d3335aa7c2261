package companion.practice.traffic;

import companion.practice.fabric.TaskNetwork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The task network of one region. Looking a site up is thread-safe; whoever opens and closes sites does so under the
 * world's lock, and so the watchers run under it too.
 *
 * <p>Health checks learn from the watchers that something changed and do not poll: a site whose answers change must
 * be opened again to be noticed.
 */
public final class PracticeNetwork implements TaskNetwork {
    private final Map<Address, Site> sites = new ConcurrentHashMap<>();
    private final List<Consumer<Address>> watchers = new CopyOnWriteArrayList<>();

    /** Calls back, at once and in the same thread, whenever a site was opened, replaced or closed. */
    public void watch(Consumer<Address> watcher) {
        watchers.add(watcher);
    }

    @Override
    public void open(String ip, int port, Site site) {
        var address = new Address(ip, port);
        sites.put(address, site);
        watchers.forEach(w -> w.accept(address));
    }

    @Override
    public void close(String ip, int port) {
        var address = new Address(ip, port);
        if (sites.remove(address) != null) {
            watchers.forEach(w -> w.accept(address));
        }
    }

    @Override
    public @Nullable Site at(String ip, int port) {
        return sites.get(new Address(ip, port));
    }
}
