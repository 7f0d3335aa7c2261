package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.template.DeletionPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSource;
import software.amazon.awssdk.services.cloudformation.model.ChangeType;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/**
 * What an update will do to one resource.
 *
 * @param replacement for a change of properties; null otherwise
 * @param properties the names of the properties that change
 */
record PlannedChange(
        ChangeAction action,
        String logicalId,
        @Nullable String physicalId,
        String type,
        @Nullable Replacement replacement,
        List<Property> properties,
        boolean tags,
        @Nullable PolicyAction policy) {

    /** @param known false if the value depends on something that the update makes first */
    record Property(String name, boolean createOnly, boolean known) {}

    static PlannedChange add(String logicalId, String type) {
        return new PlannedChange(ChangeAction.ADD, logicalId, null, type, null, List.of(), false, null);
    }

    static PlannedChange remove(ResourceState state) {
        var policy = state.declaration.deletionPolicy() == DeletionPolicy.DELETE
                ? PolicyAction.DELETE
                : PolicyAction.RETAIN;
        return new PlannedChange(
                ChangeAction.REMOVE,
                state.logicalId(),
                state.physicalId(),
                state.type(),
                null,
                List.of(),
                false,
                policy);
    }

    static PlannedChange modify(ResourceState state, ResourceType type, List<Property> properties, boolean tags) {
        var replacement = Replacement.FALSE;
        for (var property : properties) {
            if (property.createOnly()) {
                replacement = property.known() || replacement == Replacement.TRUE
                        ? Replacement.TRUE
                        : Replacement.CONDITIONAL;
            }
        }
        PolicyAction policy = null;
        if (replacement == Replacement.TRUE) {
            policy = state.declaration.updateReplacePolicy().keeps()
                    ? PolicyAction.REPLACE_AND_RETAIN
                    : PolicyAction.REPLACE_AND_DELETE;
        }
        return new PlannedChange(
                ChangeAction.MODIFY,
                state.logicalId(),
                state.physicalId(),
                type.name(),
                replacement,
                properties,
                tags,
                policy);
    }

    boolean replaces() {
        return replacement == Replacement.TRUE;
    }

    Change described() {
        var change = ResourceChange.builder()
                .action(action)
                .logicalResourceId(logicalId)
                .physicalResourceId(physicalId)
                .resourceType(type)
                .replacement(replacement)
                .policyAction(policy)
                .scope(scope())
                .details(properties.stream().map(PlannedChange::detail).toList())
                .build();
        return Change.builder().type(ChangeType.RESOURCE).resourceChange(change).build();
    }

    private List<ResourceAttribute> scope() {
        var inProperties = properties.isEmpty() ? List.<ResourceAttribute>of() : List.of(ResourceAttribute.PROPERTIES);
        if (!tags) {
            return inProperties;
        }
        return properties.isEmpty()
                ? List.of(ResourceAttribute.TAGS)
                : List.of(ResourceAttribute.PROPERTIES, ResourceAttribute.TAGS);
    }

    private static ResourceChangeDetail detail(Property property) {
        RequiresRecreation recreation = RequiresRecreation.NEVER;
        if (property.createOnly()) {
            recreation = property.known() ? RequiresRecreation.ALWAYS : RequiresRecreation.CONDITIONALLY;
        }
        var needed = recreation;
        return ResourceChangeDetail.builder()
                .target(target -> target.attribute(ResourceAttribute.PROPERTIES)
                        .name(property.name())
                        .requiresRecreation(needed))
                .evaluation(property.known() ? EvaluationType.STATIC : EvaluationType.DYNAMIC)
                .changeSource(property.known() ? ChangeSource.DIRECT_MODIFICATION : ChangeSource.RESOURCE_REFERENCE)
                .build();
    }
}
