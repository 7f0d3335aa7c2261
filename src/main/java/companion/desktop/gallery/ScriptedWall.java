package companion.desktop.gallery;

import companion.desktop.wall.WallFeed;
import companion.desktop.wall.places.WatchedPlaces;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.snapshot.WallSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A wall's feed that tells the snapshots it is given. */
public final class ScriptedWall implements WallFeed {
    private static final Map<String, String> TAGS =
            Map.of("441712342209", "prod", "552823453310", "stage", "663934564421", "dev");

    private final List<Consumer<WallSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final Duration age;
    private final ScriptedPlaces places = ScriptedPlaces.several();
    private volatile @Nullable WallSnapshot wall;
    private volatile Set<PipelineKey> onScreen = Set.of();

    ScriptedWall(@Nullable WallSnapshot wall, Duration age) {
        this.wall = wall;
        this.age = age;
    }

    /** Nothing has been read yet. */
    public static ScriptedWall unread() {
        return new ScriptedWall(null, Duration.ZERO);
    }

    public static ScriptedWall of(WallSnapshot wall) {
        return new ScriptedWall(wall, Duration.ofSeconds(2));
    }

    /** Tells another wall. */
    public void tell(WallSnapshot next) {
        wall = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** The account that is called so. */
    static String account(String tag) {
        return TAGS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tag))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The pipelines that were said to be on screen. */
    public Set<PipelineKey> onScreen() {
        return onScreen;
    }

    @Override
    public Runnable listen(Consumer<WallSnapshot> listener) {
        listeners.add(listener);
        var told = wall;
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
    public void watched(Set<PipelineKey> now) {
        onScreen = now;
    }

    @Override
    public List<String> regions() {
        return List.of("eu-central-1", "eu-west-1", "us-east-1", "us-west-2");
    }

    @Override
    public Optional<WatchedPlaces> places() {
        return Optional.of(places);
    }

    @Override
    public boolean hasConsole(String account) {
        return TAGS.containsKey(account);
    }

    @Override
    public String tag(String account) {
        return TAGS.getOrDefault(account, account);
    }

    @Override
    public String options(String account) {
        return "--profile " + tag(account);
    }
}
