package companion.window;

import companion.aws.Profiles;
import companion.aws.Regions;
import companion.aws.Target;
import companion.desktop.context.ReadOnly;
import companion.desktop.wall.places.WatchedPlace;
import companion.desktop.wall.places.WatchedPlaces;
import companion.monitor.snapshot.PipelineKey;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.wall.WallWatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The places that the window watches: where it is connected to, and those that somebody chose beside it. There is one scheduler for
 * each account and Region, however it is reached. Thread-safe.
 */
public final class WindowPlaces implements WatchedPlaces, AutoCloseable {
    private final PlaceOpener opener;
    private final WallWatch wall;
    private final PlaceMemory memory;
    private final ReadOnly readOnly;
    private final String pushName;
    private final Runnable unswitch;
    private final Map<String, PlaceWatch> places = new LinkedHashMap<>();
    /** The same as a list: whoever paints asks for it again and again. */
    private volatile List<PlaceWatch> all = List.of();
    private final List<Consumer<List<WatchedPlace>>> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    /**
     * @param here where the window is connected to; closed by whoever made it
     * @param wall shows the pipelines of the places; has {@code here} already
     * @param readOnly whether the window's account may be acted on
     */
    WindowPlaces(
            PlaceOpener opener,
            WatchedRegion here,
            WallWatch wall,
            PlaceMemory memory,
            ReadOnly readOnly,
            RandomGenerator random) {
        this.opener = opener;
        this.wall = wall;
        this.memory = memory;
        this.readOnly = readOnly;
        this.pushName = memory.pushName(random);
        this.unswitch = readOnly.listen(this::tell);
        var place = Place.of(opener.own(), here.connection().region());
        places.put(place.id(), new PlaceWatch(place, here, true, true, pushName, this::tell));
        all = List.copyOf(places.values());
    }

    /** Also watches what was chosen an earlier time, and goes on with push where that was on. May wait for AWS. */
    void restore() {
        for (var place : memory.chosen()) {
            var target = opener.target(place);
            if (target != null) {
                watch(place, target);
            }
        }
        var pushed = memory.pushed();
        for (var each : all()) {
            if (each.isOwn() && pushed.contains(each.place())) {
                each.resume();
            }
        }
        tell();
    }

    @Override
    public Runnable listen(Consumer<List<WatchedPlace>> listener) {
        listeners.add(listener);
        listener.accept(shown());
        return () -> listeners.remove(listener);
    }

    /** Where a pipeline is watched. */
    Optional<PlaceWatch> of(PipelineKey pipeline) {
        return all().stream()
                .filter(each -> each.place().region().equals(pipeline.region())
                        && each.account().filter(pipeline.account()::equals).isPresent())
                .findFirst();
    }

    /** What an account is reached by; where it is reached in several ways, the window's own. */
    Optional<Target> target(String account) {
        return all().stream()
                .filter(each -> each.account().filter(account::equals).isPresent())
                .findFirst()
                // Before it was asked who calls, only the window's own account is spoken of.
                .or(() -> all.stream().filter(each -> each.account().isEmpty()).findFirst())
                .map(each -> each.region().connection().target());
    }

    List<PlaceWatch> all() {
        return all;
    }

    @Override
    public List<Choice> accounts() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(Place.account(opener.own()), opener.own().label()));
        Profiles.names().stream()
                .map(Target.Profile::new)
                .filter(profile -> !profile.equals(opener.own()))
                .forEach(profile -> choices.add(new Choice(Place.account(profile), profile.label())));
        return choices;
    }

    @Override
    public List<Choice> regions() {
        return Regions.all().stream()
                .map(region -> new Choice(region.id(), region.id() + "  " + region.title()))
                .toList();
    }

    @Override
    public void add(String account, String region, Consumer<String> refused) {
        var place = new Place(account, region);
        var target = opener.target(place);
        if (target == null) {
            refused.accept("It cannot be reached from here.");
            return;
        }
        Thread.ofVirtual().name("add-" + region).start(() -> watch(place, target).ifPresentOrElse(refused, () -> {
            memory.keepChosen(with(place));
            tell();
        }));
    }

    /** @return why not */
    private Optional<String> watch(Place place, Target target) {
        var region = opener.open(target, place.region());
        // Two profiles may be of the same account, whose budget of requests is one.
        var account = account(region);
        var same = all().stream()
                .filter(each -> each.place().equals(place)
                        || each.place().region().equals(place.region())
                                && account.isPresent()
                                && each.account().equals(account))
                .findFirst();
        if (same.isPresent()) {
            region.close();
            return Optional.of(place.region() + " of " + same.get().region().connection().target().label()
                    + " is watched already.");
        }
        synchronized (this) {
            if (closed) {
                region.close();
                return Optional.empty();
            }
            places.put(
                    place.id(),
                    new PlaceWatch(place, region, false, opener.isOwn(place), pushName, this::tell));
            all = List.copyOf(places.values());
        }
        wall.add(region);
        region.start();
        return Optional.empty();
    }

    /** An account that does not answer now is watched all the same, and says why it does not. */
    private static Optional<String> account(WatchedRegion region) {
        try {
            return Optional.of(region.connection().identity().account());
        } catch (SdkException e) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String id) {
        PlaceWatch gone;
        synchronized (this) {
            var known = places.get(id);
            if (known == null || known.isFixed()) {
                return;
            }
            gone = known;
            places.remove(id);
            all = List.copyOf(places.values());
        }
        Thread.ofVirtual().name("remove-" + gone.place().region()).start(() -> {
            wall.remove(gone.region());
            gone.close();
            memory.keepChosen(PlaceMemory.without(memory.chosen(), gone.place()));
            tell();
        });
    }

    private List<Place> with(Place place) {
        var chosen = new ArrayList<>(PlaceMemory.without(memory.chosen(), place));
        chosen.add(place);
        return chosen;
    }

    @Override
    public void planPush(String id, boolean on, Consumer<PushPlan> planned) {
        known(id).ifPresent(place ->
                Thread.ofVirtual().name("push-plan").start(() -> planned.accept(place.plan(on))));
    }

    @Override
    public void push(String id, boolean on) {
        known(id).filter(place -> place.isOwn() && !readOnly.isOn()).ifPresent(place ->
                Thread.ofVirtual().name("push-switch").start(() -> {
                    // Taken note of before the first call, and until after the last: a queue is never forgotten.
                    if (on) {
                        memory.push(place.place(), true);
                    }
                    if (place.push(on) && !on) {
                        memory.push(place.place(), false);
                    }
                    tell();
                }));
    }

    private synchronized Optional<PlaceWatch> known(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Says again how they stand. */
    void tell() {
        var now = shown();
        listeners.forEach(listener -> listener.accept(now));
    }

    private List<WatchedPlace> shown() {
        return all().stream()
                .map(each -> each.shown(wall.unread(each.region()), readOnly.reason()))
                .toList();
    }

    @Override
    public void close() {
        List<PlaceWatch> open;
        synchronized (this) {
            closed = true;
            open = all;
            places.clear();
            all = List.of();
        }
        unswitch.run();
        open.forEach(PlaceWatch::close);
    }
}
