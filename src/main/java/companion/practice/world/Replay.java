package companion.practice.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place up to which the journal has been read again. */
final class Replay {
    private final List<Journal.Record> records;
    private int next;

    Replay(List<Journal.Record> records) {
        this.records = records;
    }

    Journal.@Nullable Record take() {
        return next < records.size() ? records.get(next++) : null;
    }

    /** The next record if it is of that kind; otherwise null, and it stays the next. */
    Journal.@Nullable Record takeIf(String kind) {
        return next < records.size() && records.get(next).command().kind().equals(kind) ? take() : null;
    }
}
