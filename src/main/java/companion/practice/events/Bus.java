package companion.practice.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.EventBus;
import companion.practice.fabric.EventFeed;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The default bus: gives events their envelope and, a moment later, shows them to the rules and to the rooms that follow.
 * What neither could want is never made.
 */
final class Bus implements EventBus, EventFeed {
    /** EventBridge is asynchronous: AWS names about 0.1 s from an event to the delivery to a target. */
    private static final Duration LATENCY = Duration.ofMillis(100);

    /** About a second passes until a service that follows another one has noticed. */
    private static final Duration NOTICING = Duration.ofSeconds(1);

    private record Kind(String source, String detailType) {}

    private final World world;
    private final Place place;
    private final Rules rules;
    private final Delivery delivery;
    private final Map<Kind, List<Consumer<ObjectNode>>> listeners = new LinkedHashMap<>();

    Bus(World world, Place place, Rules rules, Delivery delivery) {
        this.world = world;
        this.place = place;
        this.rules = rules;
        this.delivery = delivery;
    }

    @Override
    public void put(String source, String detailType, List<String> resources, Supplier<ObjectNode> detail) {
        if (listeners.containsKey(new Kind(source, detailType)) || rules.mayTake(source, detailType)) {
            accept(source, detailType, resources, detail.get());
        }
    }

    /** Puts an event and gives its id. */
    String accept(String source, String detailType, List<String> resources, JsonNode detail) {
        var id = world.ids().uuid();
        var event = JsonNodeFactory.instance.objectNode();
        event.put("version", "0")
                .put("id", id)
                .put("detail-type", detailType)
                .put("source", source)
                .put("account", place.account())
                .put("time", world.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString())
                .put("region", place.region());
        var list = event.putArray("resources");
        resources.forEach(list::add);
        event.set("detail", detail);
        var kind = new Kind(source, detailType);
        if (rules.mayTake(source, detailType)) {
            world.after(LATENCY, () -> rules.taking(event).forEach(rule -> delivery.deliver(rule, event)));
        }
        if (listeners.containsKey(kind)) {
            world.after(NOTICING, () -> listeners.get(kind).forEach(listener -> listener.accept(event)));
        }
        return id;
    }

    @Override
    public void subscribe(String source, String detailType, Consumer<ObjectNode> listener) {
        listeners.computeIfAbsent(new Kind(source, detailType), key -> new ArrayList<>()).add(listener);
    }
}
