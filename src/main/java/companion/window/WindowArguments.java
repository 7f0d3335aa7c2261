package companion.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The connection options with which a window was opened, and from which those of the next are made. */
public record WindowArguments(List<String> options) {
    /** The options that take a value; one that may go without it is followed by the next option then. */
    private static final Set<String> PLACES = Set.of("--practice", "--profile", "--endpoint");

    public WindowArguments {
        options = List.copyOf(options);
    }

    /** These, but at another place. What is of one place only, the region, goes with it. */
    WindowArguments at(String... place) {
        return without(PLACES).without(Set.of("--region")).and(place);
    }

    WindowArguments in(String region) {
        return without(Set.of("--region")).and("--region", region);
    }

    /** These with an option, unless they have it. */
    public WindowArguments orElse(String option, String value) {
        return options.stream().anyMatch(it -> name(it).equals(option)) ? this : and(option, value);
    }

    private WindowArguments and(String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new WindowArguments(all);
    }

    private WindowArguments without(Set<String> names) {
        var kept = new ArrayList<String>();
        boolean leaving = false;
        for (var option : options) {
            leaving = option.startsWith("--") ? names.contains(name(option)) : leaving;
            if (!leaving) {
                kept.add(option);
            }
        }
        return new WindowArguments(kept);
    }

    private static String name(String option) {
        int value = option.indexOf('=');
        return value < 0 ? option : option.substring(0, value);
    }
}
