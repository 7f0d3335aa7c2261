package companion.practice.codepipeline.action;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.world.Blobs;
import companion.practice.world.Place;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.services.codedeploy.model.AppSpecContent;
import software.amazon.awssdk.services.codedeploy.model.CodeDeployException;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocationType;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.ecs.model.EcsException;

/**
 * The CodeDeployToECS action: registers the task definition with the new image, then has CodeDeploy deploy it.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECSbluegreen.html">Reference</a>
 */
final class CodeDeployToEcs implements ActionProvider {
    private static final int IMAGES = 4;

    private final Place place;
    private final Services services;
    private final EcsDefinitions definitions;
    private final Awaited awaited;

    CodeDeployToEcs(Place place, Services services, Fabric fabric, ArtifactStore store) {
        this.place = place;
        this.services = services;
        this.definitions = new EcsDefinitions(store);
        this.awaited = new Awaited(
                "aws.codedeploy",
                "CodeDeploy Deployment State-change Notification",
                fabric,
                event -> event.path("detail").path("deploymentId").asText());
    }

    @Override
    public ActionTypeId type() {
        return ActionCatalog.type(ActionCategory.DEPLOY, "CodeDeployToECS");
    }

    @Override
    public Set<String> required() {
        return Set.of("ApplicationName", "DeploymentGroupName", "TaskDefinitionTemplateArtifact", "AppSpecTemplateArtifact");
    }

    @Override
    public Set<String> optional() {
        var keys = new LinkedHashSet<>(Set.of("TaskDefinitionTemplatePath", "AppSpecTemplatePath"));
        for (int i = 1; i <= IMAGES; i++) {
            keys.add("Image" + i + "ArtifactName");
            keys.add("Image" + i + "ContainerName");
        }
        return keys;
    }

    @Override
    public Artifacts artifacts() {
        return new Artifacts(1, 5, 0, 0);
    }

    @Override
    public Started start(ActionRun run, ActionRun.Outcome outcome) throws ActionFailed {
        var images = new LinkedHashMap<String, String>();
        for (int i = 1; i <= IMAGES; i++) {
            var artifact = run.configuration().get("Image" + i + "ArtifactName");
            if (artifact != null) {
                images.put(run.setting("Image" + i + "ContainerName", ""), definitions.imageUri(run, artifact));
            }
        }
        var request = definitions.taskDefinition(run, images);
        String taskDefinition;
        try {
            taskDefinition = services.ecs().registerTaskDefinition(request).taskDefinition().taskDefinitionArn();
        } catch (EcsException e) {
            throw ActionFailed.configuration("Invalid action configuration. Exception while trying to register the task "
                    + "definition: " + e.awsErrorDetails().errorMessage());
        }
        var deploymentId = deploy(run, definitions.appSpec(run, taskDefinition));
        outcome.external(deploymentId, deploymentUrl(deploymentId), null);
        return awaited.until(deploymentId, () -> ended(deploymentId, outcome));
    }

    private String deploy(ActionRun run, String appSpec) throws ActionFailed {
        var revision = RevisionLocation.builder()
                .revisionType(RevisionLocationType.APP_SPEC_CONTENT)
                .appSpecContent(AppSpecContent.builder()
                        .content(appSpec)
                        .sha256(Blobs.sha256(appSpec.getBytes(StandardCharsets.UTF_8)))
                        .build())
                .build();
        try {
            return services.codeDeploy()
                    .createDeployment(request -> request.applicationName(run.setting("ApplicationName", ""))
                            .deploymentGroupName(run.setting("DeploymentGroupName", ""))
                            .revision(revision))
                    .deploymentId();
        } catch (CodeDeployException e) {
            throw ActionFailed.configuration(e.awsErrorDetails().errorMessage());
        }
    }

    private boolean ended(String deploymentId, ActionRun.Outcome outcome) {
        var deployment = services.codeDeploy()
                .getDeployment(request -> request.deploymentId(deploymentId))
                .deploymentInfo();
        switch (deployment.status()) {
            case SUCCEEDED -> outcome.succeed("Deployment Succeeded");
            case FAILED, STOPPED -> {
                var error = deployment.errorInformation();
                outcome.fail(
                        "JobFailed",
                        error == null || error.message() == null
                                ? "Deployment " + deploymentId + " failed"
                                : error.message());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private String deploymentUrl(String deploymentId) {
        return "https://" + place.region() + ".console.aws.amazon.com/codedeploy/home?region=" + place.region()
                + "#/deployments/" + deploymentId;
    }
}
