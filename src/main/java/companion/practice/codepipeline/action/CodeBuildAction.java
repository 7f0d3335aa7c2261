package companion.practice.codepipeline.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.PipelineBuilds;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.CodeBuildException;
import software.amazon.awssdk.services.codebuild.model.StatusType;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/**
 * The CodeBuild action, for builds and tests: starts a build of a project and follows it by its events.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CodeBuild.html">Reference</a>
 */
final class CodeBuildAction implements ActionProvider {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ActionCategory category;
    private final Place place;
    private final Services services;
    private final Fabric fabric;
    private final Awaited awaited;

    /** @param category BUILD or TEST */
    CodeBuildAction(ActionCategory category, Place place, Services services, Fabric fabric) {
        this.category = category;
        this.place = place;
        this.services = services;
        this.fabric = fabric;
        this.awaited = new Awaited("aws.codebuild", "CodeBuild Build State Change", fabric, event -> {
            var arn = event.path("detail").path("build-id").asText();
            return arn.substring(arn.indexOf("build/") + "build/".length());
        });
    }

    @Override
    public ActionTypeId type() {
        return ActionCatalog.type(category, "CodeBuild");
    }

    @Override
    public Set<String> required() {
        return Set.of("ProjectName");
    }

    @Override
    public Set<String> optional() {
        return Set.of("PrimarySource", "EnvironmentVariables", "BatchEnabled", "CombineArtifacts");
    }

    @Override
    public Artifacts artifacts() {
        return new Artifacts(1, 5, 0, 5);
    }

    @Override
    public Started start(ActionRun run, ActionRun.Outcome outcome) throws ActionFailed {
        var project = run.setting("ProjectName", "");
        if (run.setting("BatchEnabled", "false").equals("true")) {
            throw ActionFailed.configuration("The practice cloud does not offer batch builds.");
        }
        String buildId;
        try {
            buildId = fabric.builds()
                    .start(new PipelineBuilds.Request(
                            project,
                            inputs(run),
                            run.outputs().stream().map(CodeBuildAction::artifact).toList(),
                            environment(run),
                            run.revision() == null ? null : run.revision().id(),
                            "codepipeline/" + run.pipeline()));
        } catch (CodeBuildException e) {
            throw ActionFailed.configuration("Error calling startBuild: "
                    + e.awsErrorDetails().errorMessage() + " (Service: AWSCodeBuild; Status Code: 400; Error Code: "
                    + e.awsErrorDetails().errorCode() + ")");
        }
        outcome.external(buildId, buildUrl(project, buildId), null);
        return awaited.until(buildId, () -> ended(buildId, outcome));
    }

    /** Whether the build has ended; then the outcome was told. */
    private boolean ended(String buildId, ActionRun.Outcome outcome) {
        var found = services.codeBuild().batchGetBuilds(request -> request.ids(buildId)).builds();
        if (found.isEmpty()) {
            outcome.fail("JobFailed", "Build " + buildId + " does not exist any more.");
            return true;
        }
        var build = found.getFirst();
        switch (build.buildStatus()) {
            case IN_PROGRESS -> {
                return false;
            }
            case SUCCEEDED -> {
                var exported = new LinkedHashMap<String, String>();
                build.exportedEnvironmentVariables().forEach(variable -> exported.put(variable.name(), variable.value()));
                outcome.variables(exported);
                outcome.succeed(null);
            }
            default -> outcome.fail("JobFailed", "Build terminated with state: " + build.buildStatusAsString() + phase(build));
        }
        return true;
    }

    private static String phase(Build build) {
        return build.phases().stream()
                .filter(phase -> phase.phaseStatus() != null && phase.phaseStatus() != StatusType.SUCCEEDED)
                .flatMap(phase -> phase.contexts().stream()
                        .filter(context -> context.statusCode() != null && !context.statusCode().isEmpty())
                        .map(context -> ". Phase: " + phase.phaseTypeAsString() + ", Code: " + context.statusCode()
                                + ", Message: " + context.message()))
                .findFirst()
                .orElse("");
    }

    /** The primary source comes first. */
    private static List<PipelineBuilds.Artifact> inputs(ActionRun run) throws ActionFailed {
        var primary = run.configuration().get("PrimarySource");
        if (primary == null && run.inputs().size() > 1) {
            throw ActionFailed.configuration("Action configuration must contain a PrimarySource when there is more than one "
                    + "input artifact.");
        }
        var ordered = new ArrayList<>(run.inputs());
        if (primary != null) {
            var first = run.input(primary);
            ordered.remove(first);
            ordered.addFirst(first);
        }
        return ordered.stream().map(CodeBuildAction::artifact).toList();
    }

    private static PipelineBuilds.Artifact artifact(ActionRun.Artifact artifact) {
        return new PipelineBuilds.Artifact(artifact.name(), artifact.bucket(), artifact.key());
    }

    private static Map<String, String> environment(ActionRun run) throws ActionFailed {
        var text = run.setting("EnvironmentVariables", "[]");
        var variables = new LinkedHashMap<String, String>();
        try {
            for (var variable : JSON.readTree(text)) {
                variables.put(variable.path("name").asText(), variable.path("value").asText());
            }
        } catch (JsonProcessingException e) {
            throw ActionFailed.configuration("Action configuration EnvironmentVariables is not valid JSON: " + text);
        }
        return variables;
    }

    private String buildUrl(String project, String buildId) {
        return "https://" + place.region() + ".console.aws.amazon.com/codebuild/home?region=" + place.region()
                + "#/builds/" + project + ":" + buildId.substring(buildId.indexOf(':') + 1) + "/view/new";
    }
}
