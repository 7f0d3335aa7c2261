package companion.practice.ec2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * What the Describe calls have in common: resources by id, by filters with wildcards, by tags, a page at a time.
 *
 * @param <T> the SDK's model of the resource, as it is shown, tags included
 */
final class Listing<T> {

    /** @param nextToken null on the last page */
    record Page<T>(List<T> items, @Nullable String nextToken) {}

    private static final int SMALLEST_PAGE = 5;

    private final Function<T, String> id;
    private final Function<String, RuntimeException> notFound;
    private final Function<T, List<Tag>> tags;
    private final Map<String, Function<T, Stream<String>>> filters = new LinkedHashMap<>();

    Listing(Function<T, String> id, Function<T, List<Tag>> tags, Function<String, RuntimeException> notFound) {
        this.id = id;
        this.tags = tags;
        this.notFound = notFound;
    }

    /** A filter on one value; a resource without it matches nothing. */
    Listing<T> on(String filter, Function<T, ? extends @Nullable Object> value) {
        return onAny(filter, item -> Stream.ofNullable(value.apply(item)).map(Object::toString));
    }

    /** A filter that matches if one of several values does. */
    Listing<T> onAny(String filter, Function<T, Stream<String>> values) {
        filters.put(filter, values);
        return this;
    }

    /** All that was asked for, for calls that have no pages. */
    List<T> all(Collection<T> shown, List<String> ids, List<Filter> wanted) {
        var known = shown.stream().map(id).toList();
        ids.stream().filter(i -> !known.contains(i)).findFirst().ifPresent(i -> {
            throw notFound.apply(i);
        });
        var result = new ArrayList<T>();
        for (var item : shown) {
            if ((ids.isEmpty() || ids.contains(id.apply(item))) && wanted.stream().allMatch(f -> matches(item, f))) {
                result.add(item);
            }
        }
        return result;
    }

    Page<T> page(
            Collection<T> shown,
            List<String> ids,
            List<Filter> wanted,
            @Nullable String token,
            @Nullable Integer maxResults) {
        if (maxResults != null && maxResults < SMALLEST_PAGE) {
            throw Ec2Fault.invalid("Value ( " + maxResults + " ) for parameter maxResults is invalid. "
                    + "Expecting a value greater than or equal to " + SMALLEST_PAGE + ".");
        }
        var found = all(shown, ids, wanted);
        int from = token == null || token.isEmpty() ? 0 : offset(token);
        int to = maxResults == null ? found.size() : Math.min(found.size(), from + maxResults);
        return new Page<>(
                List.copyOf(found.subList(Math.min(from, found.size()), to)), to < found.size() ? token(to) : null);
    }

    private boolean matches(T item, Filter filter) {
        var values = values(filter.name()).apply(item).toList();
        return filter.values().stream().map(Wildcard::new).anyMatch(w -> values.stream().anyMatch(w::matches));
    }

    private Function<T, Stream<String>> values(String filter) {
        if (filter.startsWith("tag:")) {
            var key = filter.substring("tag:".length());
            return item -> tags.apply(item).stream().filter(t -> t.key().equals(key)).map(Tag::value);
        }
        if (filter.equals("tag-key")) {
            return item -> tags.apply(item).stream().map(Tag::key);
        }
        var values = filters.get(filter);
        if (values == null) {
            throw Ec2Fault.invalid("The filter '" + filter + "' is invalid");
        }
        return values;
    }

    private static String token(int offset) {
        return Base64.getEncoder().encodeToString(("from:" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String token) {
        try {
            var text = new String(Base64.getDecoder().decode(token), StandardCharsets.US_ASCII);
            if (text.startsWith("from:")) {
                return Integer.parseUnsignedInt(text, "from:".length(), text.length(), 10);
            }
        } catch (IllegalArgumentException e) {
            // Falls through: a token of another service, or a made-up one.
        }
        throw Ec2Fault.invalid("The value '" + token + "' for parameter nextToken is invalid.");
    }
}
