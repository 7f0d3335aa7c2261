package companion.practice.cloudformation.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.DetailedStatus;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** One stack: what it is, what it has, what happened to it. */
final class Stack {
    final String id;
    final String name;
    final Instant createdAt;
    final List<StackEvent> events = new ArrayList<>();
    /** By logical id, in the order in which work on them began. */
    final Map<String, ResourceState> resources = new LinkedHashMap<>();
    /** By name, in the order of creation. */
    final Map<String, ChangeSet> changeSets = new LinkedHashMap<>();
    /** Operation and client request token, joined, that were accepted. */
    private final Set<String> tokens = new LinkedHashSet<>();

    Revision revision;
    StackStatus status;
    @Nullable String statusReason;
    @Nullable DetailedStatus detailedStatus;
    @Nullable Instant updatedAt;
    @Nullable Instant deletedAt;
    List<Output> outputs = List.of();
    /** Names of the exports that it uses. */
    Set<String> imports = Set.of();

    OnFailure onFailure = OnFailure.ROLLBACK;
    boolean retainExceptOnCreate;
    boolean terminationProtection;
    @Nullable Integer timeoutInMinutes;
    @Nullable String changeSetId;
    /** What is being done to it, if anything. */
    @Nullable Operation operation;
    /** A rollback of an update that failed and may be continued. */
    @Nullable UpdateRollback failedRollback;

    Stack(String id, String name, Instant createdAt, Revision revision) {
        this.id = id;
        this.name = name;
        this.createdAt = createdAt;
        this.revision = revision;
        this.status = StackStatus.REVIEW_IN_PROGRESS;
    }

    /** Whether the same request was accepted before. */
    boolean accepted(String operation, @Nullable String clientToken) {
        return clientToken != null && tokens.contains(operation + " " + clientToken);
    }

    void accept(String operation, @Nullable String clientToken) {
        if (clientToken != null) {
            tokens.add(operation + " " + clientToken);
        }
    }

    boolean isDeleted() {
        return status == StackStatus.DELETE_COMPLETE;
    }

    boolean isInProgress() {
        return status.toString().endsWith("_IN_PROGRESS") && status != StackStatus.REVIEW_IN_PROGRESS;
    }

    ResourceState resource(String logicalId) {
        var resource = resources.get(logicalId);
        if (resource == null) {
            throw new IllegalStateException("Stack " + name + " has no resource " + logicalId);
        }
        return resource;
    }

    /** Logical id to the logical ids that were there before it, for the resources that the stack has. */
    Map<String, Set<String>> dependencies() {
        var dependencies = new LinkedHashMap<String, Set<String>>();
        resources.forEach((id, resource) -> dependencies.put(id, resource.dependsOn));
        return dependencies;
    }
}
