package companion.practice.cloudformation.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.template.Evaluator;
import companion.practice.cloudformation.template.ResourceDeclaration;
import companion.practice.cloudformation.template.Surroundings;
import java.util.Collections;
import java.util.LinkedHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What a revision wants of its resources, worked out at the moment of asking. */
final class Wishes {
    private final Room room;
    private final Stack stack;
    private final Revision revision;
    private final Evaluator evaluator;
    private final Evaluator masked;

    Wishes(Room room, Stack stack, Revision revision, Surroundings surroundings) {
        this.room = room;
        this.stack = stack;
        this.revision = revision;
        this.evaluator = new Evaluator(revision.template(), surroundings);
        this.masked = new Evaluator(revision.template().masked(), surroundings);
    }

    /** The properties and tags, checked against the type. */
    Desired of(ResourceDeclaration declaration) {
        var type = room.types().get(declaration.type());
        var properties = type.properties(
                declaration.logicalId(), (ObjectNode) evaluator.evaluate(declaration.properties()));
        var tags = new LinkedHashMap<String, String>();
        tags.put("aws:cloudformation:stack-name", stack.name);
        tags.put("aws:cloudformation:logical-id", declaration.logicalId());
        tags.put("aws:cloudformation:stack-id", stack.id);
        tags.putAll(revision.tags());
        if (properties.tree().path("Tags").isArray()) {
            properties.objects("Tags").forEach(tag -> tags.put(tag.required("Key"), tag.text("Value", "")));
        }
        return new Desired(
                room.place(),
                stack.name,
                declaration.logicalId(),
                properties,
                Collections.unmodifiableMap(tags),
                room.world().ids());
    }

    /** The properties as an event may show them: no NoEcho value. */
    String shown(ResourceDeclaration declaration) {
        try {
            return masked.evaluate(declaration.properties()).toString();
        } catch (AwsServiceException | IllegalStateException unclear) {
            // The step that needs the value reports it.
            return "{}";
        }
    }

    Evaluator evaluator() {
        return evaluator;
    }
}
