package companion.monitor.read;

import companion.aws.Connection;
import companion.aws.RequestJson;
import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.Comparison.Change;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.ExecutionRun.ActionRun;
import companion.monitor.snapshot.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * Compares what became of two executions of a pipeline: commit, image, task definition, durations. A task definition never
 * changes, so each is asked once. Used by one thread at a time.
 */
public final class RunComparison {
    private static final Pattern TASK_DEFINITION = Pattern.compile("arn:aws[^\\s\"']*:task-definition/[^\\s\"',}]+");

    private final Connection connection;
    private final Map<String, TaskDefinition> definitions = new HashMap<>();

    public RunComparison(Connection connection) {
        this.connection = connection;
    }

    public Comparison compare(ExecutionRun before, ExecutionRun after) {
        var was = definition(before);
        var is = definition(after);
        var changes = new ArrayList<Change>();
        add(changes, "Commit", before.execution().commitId(), after.execution().commitId());
        add(changes, "Message", before.execution().commitMessage(), after.execution().commitMessage());
        add(changes, "Image", was.map(RunComparison::image).orElse(null), is.map(RunComparison::image).orElse(null));
        add(changes, "Task definition", was.map(RunComparison::name).orElse(null), is.map(RunComparison::name).orElse(null));
        add(changes, "Duration", seconds(before.execution().span()), seconds(after.execution().span()));
        for (var stage : after.stages()) {
            before.stages().stream()
                    .filter(each -> each.name().equals(stage.name()))
                    .findFirst()
                    .ifPresent(each -> add(
                            changes, "Duration of " + stage.name(), seconds(each.span()), seconds(stage.span())));
        }
        boolean both = was.isPresent() && is.isPresent();
        return new Comparison(
                before.execution(),
                after.execution(),
                changes,
                both ? LineDiff.of(json(was.get()), json(is.get())) : List.of());
    }

    /** What the last deployment of a run deployed; CodePipeline hands it to CodeDeploy inside the AppSpec. */
    private Optional<TaskDefinition> definition(ExecutionRun run) {
        return run.stages().reversed().stream()
                .flatMap(stage -> stage.actions().reversed().stream())
                .filter(action -> action.provider().equals(ServicePlaces.BLUE_GREEN))
                .map(ActionRun::externalId)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(this::deployed)
                .map(arn -> definitions.computeIfAbsent(arn, each -> connection
                        .ecs()
                        .describeTaskDefinition(request -> request.taskDefinition(each))
                        .taskDefinition()));
    }

    private Optional<String> deployed(String deploymentId) {
        var revision = connection
                .codeDeploy()
                .getDeployment(request -> request.deploymentId(deploymentId))
                .deploymentInfo()
                .revision();
        var appSpec = TASK_DEFINITION.matcher(DeploymentReading.appSpec(revision));
        return appSpec.find() ? Optional.of(appSpec.group()) : Optional.empty();
    }

    private static void add(List<Change> changes, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, StageReading.said(before), StageReading.said(after)));
        }
    }

    private static String name(TaskDefinition definition) {
        return definition.family() + ":" + definition.revision();
    }

    private static String image(TaskDefinition definition) {
        return definition.containerDefinitions().getFirst().image();
    }

    /** What a person writes of it: the rest differs in each revision, or follows from it. */
    private static String json(TaskDefinition definition) {
        var written = definition.toBuilder()
                .taskDefinitionArn(null)
                .revision(null)
                .status((String) null)
                .registeredAt(null)
                .registeredBy(null)
                .compatibilitiesWithStrings((List<String>) null)
                .requiresAttributes((List<Attribute>) null)
                .build();
        return RequestJson.pretty(RequestJson.tree(written));
    }

    private static @Nullable String seconds(Span span) {
        return span.end() == null
                ? null
                : span.length(span.end()).map(length -> length.toSeconds() + " s").orElse(null);
    }
}
