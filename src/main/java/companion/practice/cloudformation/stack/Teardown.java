package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.DeletionPolicy;
import companion.practice.cloudformation.template.DependencyOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;

/** Deletes resources, each after all that depend on it. */
final class Teardown {
    private Teardown() {}

    /**
     * Deletes those that are there; those that are to be kept get a DELETE_SKIPPED instead.
     *
     * @param resources at most one of a logical id
     * @param keep which to leave behind
     * @param force whether a refusal leaves the resource behind, too
     * @param end gets the logical ids whose deletion failed
     */
    static void of(
            Operation operation,
            Collection<ResourceState> resources,
            Predicate<ResourceState> keep,
            boolean force,
            Consumer<List<String>> end) {
        var byId = new LinkedHashMap<String, ResourceState>();
        var needs = new LinkedHashMap<String, Set<String>>();
        for (var resource : List.copyOf(resources).reversed()) {
            byId.put(resource.logicalId(), resource);
            needs.put(resource.logicalId(), resource.dependsOn);
        }
        new Wave(
                        DependencyOrder.reversed(needs),
                        id -> {
                            var resource = byId.get(id);
                            if (!resource.isAlive()) {
                                if (resource.status == ResourceStatus.CREATE_FAILED) {
                                    operation.move(resource, ResourceStatus.DELETE_COMPLETE, null, null);
                                }
                                return null;
                            }
                            if (keep.test(resource)) {
                                operation.move(resource, ResourceStatus.DELETE_SKIPPED, null, null);
                                return null;
                            }
                            return new Removing(operation, resource, force);
                        },
                        false,
                        end)
                .start();
    }

    /** What the rollback of a creation leaves behind. */
    static boolean keptAtRollback(Stack stack, ResourceState resource) {
        return resource.declaration.deletionPolicy() == DeletionPolicy.RETAIN && !stack.retainExceptOnCreate;
    }
}
