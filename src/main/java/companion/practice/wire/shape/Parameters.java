package companion.practice.wire.shape;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters as the tree that their dotted names spell: {@code Tags.member.1.Key=a} is {@code a} at Tags, member,
 * 1, Key.
 */
public final class Parameters {
    private final Map<String, Parameters> children = new LinkedHashMap<>();
    private @Nullable String text;

    private Parameters() {}

    /**
     * Reads {@code a=b&c=d}, percent-encoded, plus signs being spaces.
     *
     * @throws MalformedShapeException if the encoding is broken
     */
    public static Parameters parse(String form) throws MalformedShapeException {
        var root = new Parameters();
        for (var pair : form.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                root.descend(name).text = equals < 0 ? "" : decode(pair.substring(equals + 1));
            }
        }
        return root;
    }

    /** The value here, or null if only names below it have one. */
    public @Nullable String text() {
        return text;
    }

    /** The value of a top-level parameter. */
    public @Nullable String text(String name) {
        var child = children.get(name);
        return child == null ? null : child.text;
    }

    @Nullable Parameters child(String name) {
        return children.get(name);
    }

    /** What is below the numbers 1, 2, 3 …, in their order. */
    Iterable<Parameters> numbered() throws MalformedShapeException {
        var items = new TreeMap<Integer, Parameters>();
        for (var child : children.entrySet()) {
            try {
                items.put(Integer.valueOf(child.getKey()), child.getValue());
            } catch (NumberFormatException e) {
                throw new MalformedShapeException("Unexpected list element termination: " + child.getKey());
            }
        }
        return items.values();
    }

    private Parameters descend(String name) {
        var node = this;
        for (var segment : name.split("\\.")) {
            node = node.children.computeIfAbsent(segment, s -> new Parameters());
        }
        return node;
    }

    private static String decode(String text) throws MalformedShapeException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedShapeException("The query string is malformed: " + text);
        }
    }
}
