package companion.practice.codepipeline.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.Fabric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The outside work that actions wait for, woken by the events of its service. An event is only a hint: what became of the
 * work is read from the service.
 */
final class Awaited {
    private final String source;
    private final String detailType;
    private final Fabric fabric;
    private final Function<ObjectNode, String> idOf;
    private final Map<String, BooleanSupplier> byId = new LinkedHashMap<>();
    private boolean subscribed;

    /** @param idOf the id of the work that an event is about */
    Awaited(String source, String detailType, Fabric fabric, Function<ObjectNode, String> idOf) {
        this.source = source;
        this.detailType = detailType;
        this.fabric = fabric;
        this.idOf = idOf;
    }

    /** Calls {@code ended} at each event of that work, until it says that the work has ended. */
    ActionProvider.Started until(String id, BooleanSupplier ended) {
        if (!subscribed) {
            subscribed = true;
            fabric.feed().subscribe(source, detailType, this::hear);
        }
        byId.put(id, ended);
        return () -> byId.remove(id);
    }

    private void hear(ObjectNode event) {
        var id = idOf.apply(event);
        var ended = byId.get(id);
        if (ended != null && ended.getAsBoolean()) {
            byId.remove(id);
        }
    }
}
