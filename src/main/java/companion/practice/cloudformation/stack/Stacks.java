package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.ValidationError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** All stacks of the region, deleted ones too. */
public final class Stacks {
    private final Map<String, Stack> byId = new LinkedHashMap<>();

    void add(Stack stack) {
        byId.put(stack.id, stack);
    }

    /** Newest first. */
    List<Stack> all() {
        return new ArrayList<>(byId.values()).reversed();
    }

    /** By name if it is not deleted, or by id. */
    @Nullable Stack find(String nameOrId) {
        var stack = byId.get(nameOrId);
        if (stack != null) {
            return stack;
        }
        return byId.values().stream()
                .filter(one -> one.name.equals(nameOrId) && !one.isDeleted())
                .findFirst()
                .orElse(null);
    }

    /** @param otherwise the error text of the operation, with {@code %s} for the stack */
    Stack require(@Nullable String nameOrId, String otherwise) {
        if (nameOrId == null) {
            throw ValidationError.of("1 validation error detected: Value null at 'stackName' failed to satisfy"
                    + " constraint: Member must not be null");
        }
        var stack = find(nameOrId);
        if (stack == null) {
            throw ValidationError.of(otherwise.formatted(nameOrId));
        }
        return stack;
    }

    /** What stacks export, by name. */
    List<Export> exports() {
        var exports = new ArrayList<Export>();
        for (var stack : byId.values()) {
            if (!stack.isDeleted()) {
                stack.outputs.stream()
                        .filter(output -> output.exportName() != null)
                        .forEach(output -> exports.add(Export.builder()
                                .exportingStackId(stack.id)
                                .name(output.exportName())
                                .value(output.outputValue())
                                .build()));
            }
        }
        exports.sort(Comparator.comparing(Export::name));
        return exports;
    }

    /** The names of the stacks that import it. */
    List<String> importers(String export) {
        return byId.values().stream()
                .filter(stack -> !stack.isDeleted()
                        && stack.status != StackStatus.ROLLBACK_COMPLETE
                        && stack.imports.contains(export))
                .map(stack -> stack.name)
                .sorted()
                .toList();
    }

    /** The stack that has a resource of a type and name; the name may be part of an ARN. */
    Optional<Stack> owner(String type, String name) {
        return byId.values().stream()
                .filter(stack -> !stack.isDeleted())
                .filter(stack -> stack.resources.values().stream()
                        .filter(resource -> resource.type().equals(type) && resource.isAlive())
                        .map(resource -> String.valueOf(resource.physicalId()))
                        .anyMatch(id -> id.equals(name) || id.contains("/" + name + "/")))
                .findFirst();
    }

    String nameOf(String stackId) {
        return Objects.requireNonNull(byId.get(stackId)).name;
    }
}
