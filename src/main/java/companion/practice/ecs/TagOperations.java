package companion.practice.ecs;

import companion.practice.fabric.Fault;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ecs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.ecs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ecs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TagResourceRequest;
import software.amazon.awssdk.services.ecs.model.TagResourceResponse;
import software.amazon.awssdk.services.ecs.model.UntagResourceRequest;
import software.amazon.awssdk.services.ecs.model.UntagResourceResponse;

/** Tags of clusters, services, tasks, task sets and task definitions, by ARN. */
final class TagOperations {
    private final Clusters clusters;
    private final ServiceLookup services;
    private final TaskDefinitions definitions;

    TagOperations(Clusters clusters, ServiceLookup services, TaskDefinitions definitions) {
        this.clusters = clusters;
        this.services = services;
        this.definitions = definitions;
    }

    TagResourceResponse tag(TagResourceRequest request) {
        Tags.with(edit(request.resourceArn(), UnaryOperator.identity()), request.tags());
        edit(request.resourceArn(), present -> Tags.with(present, request.tags()));
        return TagResourceResponse.builder().build();
    }

    UntagResourceResponse untag(UntagResourceRequest request) {
        edit(request.resourceArn(), present -> Tags.without(present, request.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    ListTagsForResourceResponse list(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(edit(request.resourceArn(), UnaryOperator.identity()))
                .build();
    }

    /** Changes the tags of a resource; answers what they are then. */
    private List<Tag> edit(String arn, UnaryOperator<List<Tag>> change) {
        if (arn == null || !arn.startsWith("arn:") || arn.split(":", 6).length < 6) {
            throw EcsFaults.invalid("Invalid resource ARN: " + arn);
        }
        var resource = arn.split(":", 6)[5];
        switch (resource.substring(0, Math.max(0, resource.indexOf('/')))) {
            case "cluster" -> {
                var cluster = clusters.find(arn);
                cluster.spec = cluster.spec.toBuilder().tags(change.apply(cluster.spec.tags())).build();
                return cluster.spec.tags();
            }
            case "service" -> {
                var service = services.active(null, arn);
                service.spec = service.spec.toBuilder().tags(change.apply(service.spec.tags())).build();
                return service.spec.tags();
            }
            case "task" -> {
                var task = clusters.find(Names.clusterOf(arn)).tasks.get(Names.last(arn));
                if (task == null) {
                    throw missing();
                }
                task.view = task.view.toBuilder().tags(change.apply(task.view.tags())).build();
                return task.view.tags();
            }
            case "task-definition" -> {
                var entry = definitions.peek(arn);
                if (entry == null) {
                    throw missing();
                }
                entry.tags = List.copyOf(change.apply(entry.tags));
                return entry.tags;
            }
            case "task-set" -> {
                var parts = resource.split("/");
                var set = services.taskSet(services.active(parts[1], parts[2]), arn);
                set.spec = set.spec.toBuilder().tags(change.apply(set.spec.tags())).build();
                return set.spec.tags();
            }
            default -> throw EcsFaults.invalid("Invalid resource ARN: " + arn);
        }
    }

    private static RuntimeException missing() {
        return Fault.of(
                ResourceNotFoundException.builder(), "ResourceNotFoundException", "The specified resource wasn't"
                        + " found.");
    }
}
