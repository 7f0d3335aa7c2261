package companion.desktop.gallery;

import companion.desktop.live.LiveFeed;
import companion.monitor.act.Act;
import companion.monitor.watch.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A live feed that tells the releases it is given, and keeps what is asked of it. */
public final class ScriptedRelease implements LiveFeed {
    private final List<Consumer<Release>> listeners = new CopyOnWriteArrayList<>();
    private final List<Act> performed = new CopyOnWriteArrayList<>();
    private final Duration age;
    private volatile @Nullable Release release;
    private volatile @Nullable String refusal;

    ScriptedRelease(Release release, Duration age) {
        this.release = release;
        this.age = age;
    }

    private ScriptedRelease() {
        this.age = Duration.ZERO;
    }

    /** Nothing has been read yet. */
    public static ScriptedRelease unread() {
        return new ScriptedRelease();
    }

    /** Tells another release. */
    public void tell(Release next) {
        release = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** The release that is told; null while nothing was read. */
    public @Nullable Release release() {
        return release;
    }

    /** When the release was read, and as much later as it is old. */
    public Instant now() {
        var told = release;
        return told == null ? ScriptedWorkshop.at("12:01:00") : told.snapshot().asOf().plus(age);
    }

    /** Refuses all acts from now on. */
    public void refuse(String why) {
        refusal = why;
    }

    /** What was asked of it, in order. */
    public List<Act> performed() {
        return List.copyOf(performed);
    }

    @Override
    public Runnable listen(Consumer<Release> listener) {
        listeners.add(listener);
        var told = release;
        if (told != null) {
            listener.accept(told);
        }
        return () -> listeners.remove(listener);
    }

    @Override
    public Duration age() {
        return age;
    }

    @Override
    public void wake() {
        // It is always up to date.
    }

    @Override
    public void perform(Act act, Consumer<String> refused) {
        performed.add(act);
        var why = refusal;
        if (why != null) {
            refused.accept(why);
        }
    }

    @Override
    public String command(Act act) {
        return act.command("us-east-1");
    }

    @Override
    public Map<String, Duration> usual() {
        return Map.of("Source", Duration.ofSeconds(5), "Build", Duration.ofSeconds(62), "Deploy", Duration.ofSeconds(384));
    }
}
