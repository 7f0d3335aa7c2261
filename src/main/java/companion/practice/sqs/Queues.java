package companion.practice.sqs;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The queues of a region, by name. */
final class Queues {
    /** How long a name cannot be used again. */
    private static final Duration REST = Duration.ofSeconds(60);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern URL = Pattern.compile("(?:https?://[^/]+)?/?(\\d{12})/([^/]+)");

    private final World world;
    private final Place place;
    private final Supplier<URI> endpoint;
    private final Map<String, Queue> byName = new TreeMap<>();
    private final Map<String, Instant> deletedAt = new HashMap<>();

    Queues(World world, Place place, Supplier<URI> endpoint) {
        this.world = world;
        this.place = place;
        this.endpoint = endpoint;
    }

    /** Makes a queue, or finds the one of that name if it does not differ in what is said of it. */
    Queue create(@Nullable String name, Map<String, String> attributes, Map<String, String> tags) {
        if (name == null || name.isEmpty()) {
            throw SqsFaults.missing("QueueName");
        }
        if (name.endsWith(".fifo")) {
            throw SqsFaults.notOffered("The practice cloud's queues are standard queues. A FIFO queue such as " + name
                    + " works against a real account; here, leave .fifo off the name.");
        }
        if (!NAME.matcher(name).matches()) {
            throw SqsFaults.parameter(
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        var known = byName.get(name);
        if (known != null) {
            var differing = known.settings.differing(attributes);
            if (differing != null) {
                throw SqsFaults.nameExists(differing);
            }
            return known;
        }
        var deleted = deletedAt.get(name);
        if (deleted != null && world.now().isBefore(deleted.plus(REST))) {
            throw SqsFaults.deletedRecently();
        }
        var queue = new Queue(world, name, place.arn("sqs", name));
        queue.settings.put(attributes);
        queue.tags.putAll(tags);
        byName.put(name, queue);
        return queue;
    }

    /** The queue of a URL, whatever host and port the URL has. Throws SQS's refusals. */
    Queue at(@Nullable String url) {
        if (url == null || url.isEmpty()) {
            throw SqsFaults.missing("QueueUrl");
        }
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw SqsFaults.notAnAddress(url);
        }
        var queue = parts.group(1).equals(place.account()) ? byName.get(parts.group(2)) : null;
        if (queue == null) {
            throw SqsFaults.noQueue();
        }
        return queue;
    }

    @Nullable Queue named(@Nullable String name) {
        return name == null ? null : byName.get(name);
    }

    @Nullable Queue withArn(String arn) {
        var queue = byName.get(arn.substring(arn.lastIndexOf(':') + 1));
        return queue == null || !queue.arn.equals(arn) ? null : queue;
    }

    void delete(Queue queue) {
        queue.delete();
        byName.remove(queue.name);
        deletedAt.put(queue.name, world.now());
    }

    /** {@code http://127.0.0.1:PORT/123456789012/name}. */
    String url(Queue queue) {
        return endpoint.get() + "/" + place.account() + "/" + queue.name;
    }

    /** By name. */
    Collection<Queue> all() {
        return byName.values();
    }
}
