package companion.monitor.read;

import companion.aws.AwsErrors;
import companion.aws.Connection;
import companion.aws.RequestJson;
import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.Comparison.Change;
import companion.monitor.snapshot.ExecutionRun;
import companion.monitor.snapshot.ExecutionRun.ActionRun;
import companion.monitor.snapshot.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * Compares what became of two executions of a pipeline: commit, image, task definition, durations. A task definition never
 * changes, so each is asked once. Used by one thread at a time.
 */
public final class RunComparison {
    private static final Pattern TASK_DEFINITION = Pattern.compile("arn:aws[^\\s\"']*:task-definition/[^\\s\"',}]+");

    private static final Pattern FAMILY = Pattern.compile("^.*/(.+):\\d+$");
    /** A run that is older than so many revisions is compared without its task definition. */
    private static final int REVISIONS = 30;

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

    /** What the last deployment of a run deployed. */
    private Optional<TaskDefinition> definition(ExecutionRun run) {
        return run.stages().reversed().stream()
                .flatMap(stage -> stage.actions().reversed().stream())
                .map(this::definition)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<TaskDefinition> definition(ActionRun action) {
        try {
            return deployedBy(action);
        } catch (AwsServiceException e) {
            // It is deleted, or in another account or Region: the rest is still worth comparing.
            if (AwsErrors.isFinal(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<TaskDefinition> deployedBy(ActionRun action) {
        return switch (action.provider()) {
            case ServicePlaces.BLUE_GREEN ->
                Optional.ofNullable(action.externalId()).flatMap(this::deployed).map(this::described);
            case ServicePlaces.ROLLING -> rolled(action);
            default -> Optional.empty();
        };
    }

    /** The action registers a new revision of the family that its service uses, and no result of it says which. */
    private Optional<TaskDefinition> rolled(ActionRun action) {
        var start = action.span().start();
        var cluster = action.settings().get("ClusterName");
        var name = action.settings().get("ServiceName");
        if (start == null || cluster == null || name == null) {
            return Optional.empty();
        }
        var ecs = connection.ecs();
        return ecs.describeServices(request -> request.cluster(cluster).services(name)).services().stream()
                .filter(service -> service.taskDefinition() != null)
                .findFirst()
                .map(service -> FAMILY.matcher(service.taskDefinition()).replaceFirst("$1"))
                .stream()
                .flatMap(family -> ecs
                        .listTaskDefinitions(
                                request -> request.familyPrefix(family).sort(SortOrder.DESC).maxResults(REVISIONS))
                        .taskDefinitionArns()
                        .stream())
                .map(this::described)
                .filter(definition -> isWithin(definition.registeredAt(), action.span()))
                .findFirst();
    }

    private static boolean isWithin(@Nullable Instant at, Span span) {
        return at != null
                && !at.isBefore(Objects.requireNonNull(span.start()))
                && (span.end() == null || !at.isAfter(span.end()));
    }

    private TaskDefinition described(String arn) {
        return definitions.computeIfAbsent(arn, each -> connection
                .ecs()
                .describeTaskDefinition(request -> request.taskDefinition(each))
                .taskDefinition());
    }

    /** CodePipeline hands the task definition to CodeDeploy inside the AppSpec. */
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
