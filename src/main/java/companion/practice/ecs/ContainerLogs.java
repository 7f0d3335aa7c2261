package companion.practice.ecs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/** The awslogs driver: one stream per container, named {@code prefix/container/task}. */
final class ContainerLogs {
    private final EcsRegion region;

    ContainerLogs(EcsRegion region) {
        this.region = region;
    }

    /**
     * Makes the stream of a container, if it logs to CloudWatch.
     *
     * @return why the task cannot start, in the words of Fargate; null if it can
     */
    @Nullable String open(TaskState task, ContainerDefinition container) {
        if (!TaskDefinitionRules.logsToAws(container)) {
            return null;
        }
        var options = container.logConfiguration().options();
        var group = options.get("awslogs-group");
        var logs = region.services().logs();
        try {
            if ("true".equals(options.get("awslogs-create-group"))) {
                try {
                    logs.createLogGroup(r -> r.logGroupName(group));
                } catch (ResourceAlreadyExistsException present) {
                    // The option asks for it to be there, and it is.
                }
            }
            logs.createLogStream(r -> r.logGroupName(group).logStreamName(stream(task, container)));
            return null;
        } catch (CloudWatchLogsException e) {
            var details = e.awsErrorDetails();
            return "ResourceInitializationError: failed to validate logger args: create stream has been retried 1"
                    + " times: failed to create Cloudwatch log stream: "
                    + (details == null ? e.getMessage() : details.errorCode() + ": " + details.errorMessage())
                    + " : exit status 1";
        }
    }

    void write(TaskState task, ContainerDefinition container, List<String> lines) {
        if (!TaskDefinitionRules.logsToAws(container) || lines.isEmpty()) {
            return;
        }
        Instant now = region.world().now();
        var group = container.logConfiguration().options().get("awslogs-group");
        try {
            region.services().logs().putLogEvents(r -> r.logGroupName(group)
                    .logStreamName(stream(task, container))
                    .logEvents(lines.stream()
                            .map(l -> InputLogEvent.builder().timestamp(now.toEpochMilli()).message(l).build())
                            .toList()));
        } catch (CloudWatchLogsException gone) {
            // Someone deleted the group or stream; the driver drops lines then and the container goes on.
        }
    }

    private static String stream(TaskState task, ContainerDefinition container) {
        var prefix = container.logConfiguration().options().get("awslogs-stream-prefix");
        return (prefix == null ? "" : prefix + "/") + container.name() + "/" + task.id();
    }
}
