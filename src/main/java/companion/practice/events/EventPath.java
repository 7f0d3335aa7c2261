package companion.practice.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON path as targets use it: {@code $}, {@code $.detail.state}, {@code $.resources[0]}, {@code $.detail['build-id']}.
 *
 * @param steps names of members, and positions in lists as numbers
 */
record EventPath(List<Object> steps) {
    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z0-9_-]+)|\\[(\\d+)]|\\['([^']+)']|\\.\\*|\\[\\*]");

    /** Null if it is not one. */
    static @Nullable EventPath parse(String text) {
        if (!text.startsWith("$")) {
            return null;
        }
        var steps = new ArrayList<Object>();
        var matcher = STEP.matcher(text).region(1, text.length());
        while (matcher.lookingAt()) {
            if (matcher.group(1) != null) {
                steps.add(matcher.group(1));
            } else if (matcher.group(2) != null) {
                steps.add(Integer.valueOf(matcher.group(2)));
            } else if (matcher.group(3) != null) {
                steps.add(matcher.group(3));
            } else {
                // EventBridge takes paths to one place only.
                return null;
            }
            matcher.region(matcher.end(), text.length());
        }
        return matcher.regionStart() == text.length() ? new EventPath(steps) : null;
    }

    /** What is there, or a missing node. */
    JsonNode in(JsonNode event) {
        JsonNode here = event;
        for (var step : steps) {
            here = switch (step) {
                case Integer position -> here.path(position);
                case String name -> here.path(name);
                default -> MissingNode.getInstance();
            };
        }
        return here;
    }
}
