package companion.practice.world;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The practice cloud's time, order and memory. Whatever changes the cloud is either a {@link Command}, which is journalled
 * and then applied, or an event that such a command planned; both run one at a time under one lock.
 *
 * <p>Life: make one, register what applies commands with {@link #on}, then {@link #start}, which replays the journal and
 * lets time pass. Rooms use {@link #now}, {@link #ids}, {@link #after}, {@link #deadline}, {@link #input} and {@link #blobs}
 * while they handle a command, an event or a read, that is, always under the lock.
 *
 * <p>At {@link Speed#INSTANT} virtual time stands still while commands come in. It jumps over planned work when somebody looks
 * ({@link #read}), a little with each look, and over all of it once nothing was asked for a moment. So a client that creates
 * a thing, looks up its id and stops it finds it running, and a client that waits never waits long.
 */
public final class World implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(World.class.getName());

    /**
     * How far one look takes the instant clock, unless the next work is further off. Small enough that a client which creates
     * a thing, looks up its id and then stops it still finds it running; large enough that waiting takes few looks.
     */
    private static final Duration LOOK = Duration.ofSeconds(20);

    /** How far the instant clock goes by itself when nobody asks; things that go round for ever stop here. */
    private static final Duration HORIZON = Duration.ofHours(2);

    /**
     * What a journal must have been written by to be replayed: raised whenever the same journal would make another history, as
     * when a room draws more ids than before. {@code RecordedStateTest} notices.
     */
    private static final String FORMAT = "2";

    private static final String BORN = "born";
    private static final String TICK = "tick";
    private static final String INPUT = "input";
    private static final String SPEED = "speed";
    private static final String STEP = "step";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, CommandHandler> handlers = new HashMap<>();
    private final List<Runnable> whenLive = new ArrayList<>();
    private final Agenda agenda = new Agenda();
    private final Journal journal;
    private final Blobs blobs;
    private final VirtualClock clock;
    private final Ids ids;
    private final Pacemaker pacemaker;
    private final Waiting waiting = new Waiting(lock);
    private final Replay replay;
    /** Open once the journal has been replayed: whoever comes earlier waits. */
    private final CountDownLatch begun = new CountDownLatch(1);

    private Instant cursor;
    private volatile boolean live;

    private World(Journal journal, Blobs blobs, InstantSource wallClock, LongSupplier nanoTime, long freshSeed) {
        this.journal = journal;
        this.blobs = blobs;
        this.replay = new Replay(journal.found());
        var birth = replay.takeIf(BORN);
        if (birth == null) {
            // Whole milliseconds: what AWS's timestamps can carry survives a round trip through a client.
            var start = Instant.ofEpochMilli(wallClock.instant().toEpochMilli());
            birth = new Journal.Record(start, Command.of(BORN, Map.of("seed", Long.toString(freshSeed), "format", FORMAT)));
            journal.append(birth);
        }
        this.cursor = birth.at();
        this.ids = new Ids(Long.parseLong(birth.command().field("seed")));
        this.clock = new VirtualClock(nanoTime, cursor, Speed.REAL);
        this.pacemaker = new Pacemaker(lock, this::beat, nanoTime);
        on(TICK, command -> null);
        on(SPEED, command -> {
            clock.moveTo(cursor);
            clock.setSpeed(Speed.parse(command.field("speed")));
            return null;
        });
        on(STEP, command -> {
            var target = cursor.plus(Duration.parse(command.field("by")));
            runDue(target);
            clock.moveTo(target);
            return null;
        });
    }

    /** A world that is forgotten when it ends. */
    public static World inMemory(InstantSource wallClock, LongSupplier nanoTime, long seed) {
        return new World(Journal.forgetful(), Blobs.inMemory(), wallClock, nanoTime, seed);
    }

    /**
     * The world whose journal is in a folder, or a new one there: also where another version of the program wrote the journal,
     * which is then {@link #setAside}.
     *
     * @throws StateInUseException if another practice cloud has it open
     */
    public static World inFolder(Path folder, InstantSource wallClock, LongSupplier nanoTime, long freshSeed) {
        var blobs = Blobs.inFolder(folder.resolve("blobs"));
        var journal = Journal.open(
                folder, blobs, first -> FORMAT.equals(first.command().fields().get("format")));
        return new World(journal, blobs, wallClock, nanoTime, freshSeed);
    }

    /** Where the journal lies that another version of the program left here; empty if there was none. */
    public Optional<Path> setAside() {
        return Optional.ofNullable(journal.setAside());
    }

    /** Registers what applies the commands of a kind. Before {@link #start} only. */
    public void on(String kind, CommandHandler handler) {
        if (handlers.putIfAbsent(kind, handler) != null) {
            throw new IllegalStateException("Two handlers for commands of kind " + kind);
        }
    }

    /** Registers what is to happen once the journal has been replayed, such as opening sockets. In order. */
    public void whenLive(Runnable action) {
        whenLive.add(action);
    }

    /** Replays the journal, then lets time pass. */
    public void start() {
        lock.lock();
        try {
            for (var next = replay.take(); next != null; next = replay.take()) {
                runDue(next.at());
                applyQuietly(next.command());
            }
            live = true;
            clock.moveTo(cursor);
            whenLive.forEach(Runnable::run);
        } finally {
            lock.unlock();
        }
        begun.countDown();
        pacemaker.start();
    }

    /** False while the journal is being replayed: then nothing outside may be touched. */
    public boolean isLive() {
        return live;
    }

    /**
     * Journals a command and applies it.
     *
     * @return what its handler returned
     * @throws Exception what its handler threw
     */
    public @Nullable Object submit(Command command) throws Exception {
        begun.await();
        lock.lock();
        try {
            catchUp();
            journal.append(new Journal.Record(cursor, command));
            return handler(command.kind()).apply(command);
        } finally {
            pacemaker.touch();
            lock.unlock();
        }
    }

    /**
     * Waits until there is something for a command to do, then journals and applies it. Waiting itself leaves no trace. At the
     * instant speed, one that does not wait counts as a look.
     *
     * @param ready asked under the lock, at first and after each {@link #stir}
     * @param atMost real time
     * @return what its handler returned; null if the time was up, or the world ended, first
     * @throws Exception what its handler, or {@code ready}, threw
     */
    public @Nullable Object submitWhen(BooleanSupplier ready, Duration atMost, Command command) throws Exception {
        begun.await();
        lock.lock();
        try {
            catchUp();
            pacemaker.looked();
            if (atMost.isZero() && clock.speed().isInstant() && !ready.getAsBoolean()) {
                jump(LOOK);
            }
            if (!waiting.until(ready, atMost)) {
                return null;
            }
            catchUp();
            journal.append(new Journal.Record(cursor, command));
            pacemaker.touch();
            return handler(command.kind()).apply(command);
        } finally {
            lock.unlock();
        }
    }

    /** Says that what somebody waits for may have come. Under the lock. */
    public void stir() {
        waiting.stir();
    }

    /** Looks at the state as of now. At the instant speed, the next planned work has happened before the look. */
    public <T extends @Nullable Object> T read(Callable<T> look) throws Exception {
        begun.await();
        lock.lock();
        try {
            catchUp();
            if (clock.speed().isInstant()) {
                jump(LOOK);
            }
            return look.call();
        } finally {
            pacemaker.looked();
            lock.unlock();
        }
    }

    /**
     * Does something under the lock and lets no time pass before it: for putting rooms together, which must neither draw ids nor
     * plan anything, or a look would change history.
     */
    public <T extends @Nullable Object> T underLock(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Virtual time: inside an event, the time at which it was due. */
    public Instant now() {
        lock.lock();
        try {
            if (live && lock.getHoldCount() == 1) {
                catchUp();
            }
            return cursor;
        } finally {
            lock.unlock();
        }
    }

    /** Ids for what a command or an event creates. */
    public Ids ids() {
        return ids;
    }

    public Blobs blobs() {
        return blobs;
    }

    /** Plans work: at the instant speed the clock jumps to it. */
    public Timer after(Duration delay, Runnable event) {
        return agenda.add(cursor.plus(delay), Agenda.Kind.WORK, event);
    }

    /** Plans a time limit: it is met only when time gets there for another reason, never jumped to. */
    public Timer deadline(Duration delay, Runnable event) {
        return agenda.add(cursor.plus(delay), Agenda.Kind.DEADLINE, event);
    }

    /**
     * A fact from outside that a handler or an event needs, such as a free port: taken once, journalled, and the same again
     * at each replay.
     */
    public String input(String name, Supplier<String> source) {
        var known = replay.takeIf(INPUT);
        if (known != null) {
            return known.command().field("value");
        }
        var value = source.get();
        journal.append(new Journal.Record(cursor, Command.of(INPUT, Map.of("name", name, "value", value))));
        return value;
    }

    /** The clock's reading for whoever only shows it: waits for nobody, and may be ahead of the events that are due. */
    public Instant glance() {
        return clock.now();
    }

    public Speed speed() {
        return clock.speed();
    }

    public void setSpeed(Speed speed) {
        submitQuietly(Command.of(SPEED, Map.of("speed", speed.toString())));
    }

    /** Takes time forward by so much at once, with everything that happens on the way. */
    public void step(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time goes forward only, not by " + by);
        }
        submitQuietly(Command.of(STEP, Map.of("by", by.toString())));
    }

    @Override
    public void close() {
        pacemaker.close();
        lock.lock();
        try {
            live = false;
            waiting.end();
            journal.close();
        } finally {
            lock.unlock();
        }
    }

    private void submitQuietly(Command command) {
        try {
            submit(command);
        } catch (Exception e) {
            throw new IllegalStateException("The clock refused " + command.kind(), e);
        }
    }

    /** What the pacemaker does when an event may be due; it answers how long, in real time, to the next one. */
    private @Nullable Duration beat(boolean idle) {
        if (!live) {
            return null;
        }
        catchUp();
        if (clock.speed().isInstant()) {
            if (idle) {
                jump(HORIZON);
            }
            return agenda.nextWork() == null || idle ? null : Pacemaker.IDLE;
        }
        var next = agenda.next();
        return next == null ? null : clock.realTimeUntil(next);
    }

    private void catchUp() {
        var now = clock.now();
        runDue(now.isBefore(cursor) ? cursor : now);
    }

    private void jump(Duration most) {
        var first = agenda.nextWork();
        if (first == null) {
            return;
        }
        var end = cursor.plus(most);
        end = first.isAfter(end) ? first : end;
        for (var next = first; next != null && !next.isAfter(end); next = agenda.nextWork()) {
            runDue(next);
            clock.moveTo(cursor);
        }
    }

    private void runDue(Instant until) {
        for (var next = agenda.poll(until); next != null; next = agenda.poll(until)) {
            if (next.due().isAfter(cursor)) {
                cursor = next.due();
            }
            if (live) {
                journal.append(new Journal.Record(cursor, Command.of(TICK, Map.of())));
            }
            try {
                next.fire();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "An event of the practice cloud failed", e);
            }
        }
        if (until.isAfter(cursor)) {
            cursor = until;
        }
    }

    private void applyQuietly(Command command) {
        try {
            handler(command.kind()).apply(command);
        } catch (Exception e) {
            // It was refused when it was live, too; that is part of history.
            LOG.log(System.Logger.Level.DEBUG, "Replayed a refused command", e);
        }
    }

    private CommandHandler handler(String kind) {
        var handler = handlers.get(kind);
        if (handler == null) {
            throw new IllegalStateException("Nothing applies commands of kind " + kind);
        }
        return handler;
    }
}
