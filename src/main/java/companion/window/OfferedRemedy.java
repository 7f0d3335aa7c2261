package companion.window;

import companion.monitor.act.Act;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.watch.Release;
import companion.monitor.why.Why;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** What mends the cause that a watch tells; read once for each cause. */
final class OfferedRemedy {
    private final Source remedies;
    private volatile @Nullable Found found;

    /** Where remedies come from; it may wait. */
    interface Source {
        Optional<Act> of(Why why, ReleaseSnapshot release);
    }

    private record Found(Why why, @Nullable Act act) {}

    OfferedRemedy(Source remedies) {
        this.remedies = remedies;
    }

    /** Ready to be made; empty where there is none, or it is not read yet. Calls nothing. */
    Optional<Act> of(Release release) {
        var known = found;
        return known == null || !known.why.equals(release.why()) ? Optional.empty() : Optional.ofNullable(known.act);
    }

    /**
     * Reads it, if a new cause is told. Does not wait.
     *
     * @param ready runs once there is one, on another thread
     */
    void look(Release release, Runnable ready) {
        var why = release.why();
        var known = found;
        if (why == null
                || known != null && known.why.equals(why)
                || why.next().stream().allMatch(step -> step.remedy() == null)) {
            return;
        }
        found = new Found(why, null);
        Thread.ofVirtual().name("remedy").start(() -> {
            try {
                remedies.of(why, release.snapshot()).ifPresent(act -> {
                    found = new Found(why, act);
                    ready.run();
                });
            } catch (SdkException e) {
                // The steps of the card still say what to do; that it cannot be done from here is no trouble of the release.
            }
        });
    }
}
