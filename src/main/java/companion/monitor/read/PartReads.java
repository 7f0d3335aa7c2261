package companion.monitor.read;

import companion.aws.AwsErrors;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** The parts of one read: which were asked for, when they were read, and which could not be. */
final class PartReads {
    private static final System.Logger LOG = System.getLogger(PartReads.class.getName());

    private final Set<Part> asked;
    private final InstantSource clock;
    private final List<Unread> unread;
    private final Map<Part, Instant> readAt = new EnumMap<>(Part.class);

    PartReads(Set<Part> asked, ReleaseSnapshot before, InstantSource clock) {
        this.asked = asked;
        this.clock = clock;
        this.readAt.putAll(before.readAt());
        this.unread = new ArrayList<>(before.unread().stream()
                .filter(each -> asked.stream().noneMatch(part -> part.title().equals(each.part())))
                .toList());
    }

    /** What is read now, if this part is asked for and can be read; or else what was known before. */
    <T> @Nullable T read(Part part, @Nullable T before, Supplier<? extends @Nullable T> read) {
        if (!asked.contains(part)) {
            return before;
        }
        try {
            var now = read.get();
            readAt.put(part, clock.instant());
            return same(before, now);
        } catch (RuntimeException e) {
            failed(part, e);
            return before;
        }
    }

    /** The same for what the reader keeps itself. */
    void run(Part part, Runnable read) {
        read(part, null, () -> {
            read.run();
            return null;
        });
    }

    /** The same for something that belongs to a part and is made whether it is asked for or not. */
    <T> T tryRead(Part part, T before, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            failed(part, e);
            return before;
        }
    }

    List<Unread> unread() {
        return unread;
    }

    Map<Part, Instant> readAt() {
        return readAt;
    }

    /** The object of before where nothing changed, so that keeping many moments costs little. */
    static <T> @Nullable T same(@Nullable T before, @Nullable T now) {
        return Objects.equals(before, now) ? before : now;
    }

    /** What AWS leaves out or adds in one part must not keep all others from being read. */
    private void failed(Part part, RuntimeException e) {
        boolean told = e instanceof SdkException;
        if (!told) {
            LOG.log(System.Logger.Level.WARNING, "Part " + part.title() + " cannot be made sense of", e);
        }
        if (unread.stream().noneMatch(each -> each.part().equals(part.title()))) {
            unread.add(
                    told
                            ? new Unread(part.title(), AwsErrors.code(e), AwsErrors.message(e))
                            : new Unread(part.title(), "UnexpectedAnswer", "AWS's answer is not as this version expects it."));
        }
    }
}
