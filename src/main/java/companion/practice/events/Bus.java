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

/** The default bus: gives events their envelope and, a moment later, shows them to the rooms that follow and to the rules. */
final class Bus implements EventBus, EventFeed {
    /** EventBridge is asynchronous; about a second passes between a change and the rules that see it. */
    private static final Duration LATENCY = Duration.ofSeconds(1);

    private final World world;
    private final Place place;
    private final Rules rules;
    private final Delivery delivery;
    private final Map<String, List<Consumer<ObjectNode>>> listeners = new LinkedHashMap<>();

    Bus(World world, Place place, Rules rules, Delivery delivery) {
        this.world = world;
        this.place = place;
        this.rules = rules;
        this.delivery = delivery;
    }

    @Override
    public void put(String source, String detailType, List<String> resources, ObjectNode detail) {
        accept(source, detailType, resources, detail.deepCopy());
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
        world.after(LATENCY, () -> show(source, event));
        return id;
    }

    @Override
    public void subscribe(String source, Consumer<ObjectNode> listener) {
        listeners.computeIfAbsent(source, key -> new ArrayList<>()).add(listener);
    }

    private void show(String source, ObjectNode event) {
        for (var listener : listeners.getOrDefault(source, List.of())) {
            listener.accept(event);
        }
        for (var rule : rules.taking(event)) {
            delivery.deliver(rule, event);
        }
    }
}
