package companion.workshops.bluegreen;

import companion.workshop.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the fields in which something is not as it should be. */
final class Differences {
    private final List<Check.Difference> list = new ArrayList<>();

    Differences compare(String field, Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            list.add(new Check.Difference(
                    field, String.valueOf(expected), found == null ? "not set" : found.toString()));
        }
        return this;
    }

    List<Check.Difference> list() {
        return List.copyOf(list);
    }
}
