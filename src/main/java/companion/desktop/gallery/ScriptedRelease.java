package companion.desktop.gallery;

import companion.desktop.live.LiveFeed;
import companion.desktop.live.Past;
import companion.desktop.live.history.HistoryFeed;
import companion.monitor.act.Act;
import companion.monitor.snapshot.Log;
import companion.monitor.watch.Release;
import companion.monitor.why.Diagnosis;
import companion.monitor.why.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private volatile @Nullable Why why;
    private volatile HistoryFeed history = new Histories();
    private final List<Release> before = new CopyOnWriteArrayList<>();

    ScriptedRelease(Release release, Duration age) {
        this.release = release;
        this.age = age;
    }

    private ScriptedRelease() {
        this.age = Duration.ZERO;
    }

    /** Was seen as these before, the oldest first. */
    public ScriptedRelease after(ScriptedRelease... earlier) {
        for (var each : earlier) {
            before.add(Objects.requireNonNull(each.release()));
        }
        return this;
    }

    /** Says why from now on. */
    public ScriptedRelease because(Why reason) {
        why = reason;
        return this;
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

    /** Tells the history of another pipeline from now on. */
    public void history(HistoryFeed other) {
        history = other;
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
    public HistoryFeed history() {
        return history;
    }

    @Override
    public Past past() {
        return before.isEmpty() ? Past.NONE : new ScriptedPast(before);
    }

    private record ScriptedPast(List<Release> moments) implements Past {
        @Override
        public Optional<Instant> from() {
            return Optional.of(moments.getFirst().snapshot().asOf());
        }

        @Override
        public List<Instant> events() {
            return moments.stream().map(each -> each.snapshot().asOf()).toList();
        }

        @Override
        public Optional<Release> at(Instant instant) {
            return moments.stream().filter(each -> !each.snapshot().asOf().isAfter(instant)).reduce((a, b) -> b);
        }
    }

    @Override
    public Optional<Why> why(Release told) {
        var reason = why;
        return reason == null ? Diagnosis.of(told.snapshot(), Log.of(told.log())) : Optional.of(reason);
    }

    @Override
    public Optional<Act> remedy(Release told) {
        return why == null ? Optional.empty() : Whys.remedy(why, told.snapshot());
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
    public List<String> commands(Act act) {
        return act.commands("us-east-1");
    }

    @Override
    public Map<String, Duration> usual() {
        return Map.of("Source", Duration.ofSeconds(5), "Build", Duration.ofSeconds(62), "Deploy", Duration.ofSeconds(384));
    }
}
