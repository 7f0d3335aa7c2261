package companion.practice.codepipeline.action;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.EcsException;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * The ECS action, a rolling deployment: registers the task definition that the service uses with the images that the definitions
 * file names, has the service use it, and waits until that deployment has ended. Without a circuit breaker a deployment that
 * cannot start its tasks never ends, and the action times out.
 *
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECS.html">Reference</a>
 */
final class EcsRollingDeploy implements ActionProvider {
    private static final int LONGEST_MINUTES = 60;

    private final World world;
    private final Place place;
    private final Services services;
    private final ArtifactStore store;
    private final Awaited awaited;

    EcsRollingDeploy(World world, Place place, Services services, Fabric fabric, ArtifactStore store) {
        this.world = world;
        this.place = place;
        this.services = services;
        this.store = store;
        this.awaited = new Awaited(
                "aws.ecs",
                "ECS Deployment State Change",
                fabric,
                event -> event.path("detail").path("deploymentId").asText());
    }

    @Override
    public ActionTypeId type() {
        return ActionCatalog.type(ActionCategory.DEPLOY, "ECS");
    }

    @Override
    public Set<String> required() {
        return Set.of("ClusterName", "ServiceName");
    }

    @Override
    public Set<String> optional() {
        return Set.of("FileName", "DeploymentTimeout");
    }

    @Override
    public Artifacts artifacts() {
        return new Artifacts(1, 1, 0, 0);
    }

    @Override
    public Started start(ActionRun run, ActionRun.Outcome outcome) throws ActionFailed {
        var minutes = minutes(run);
        var images = ImageDefinitions.read(
                store, run.inputs().getFirst(), run.setting("FileName", "imagedefinitions.json"));
        var cluster = run.setting("ClusterName", "");
        var name = run.setting("ServiceName", "");
        Service service;
        try {
            var now = service(cluster, name)
                    .orElseThrow(() -> ActionFailed.configuration(
                            "The Amazon ECS service '" + name + "' does not exist in cluster '" + cluster + "'."));
            var used = services.ecs()
                    .describeTaskDefinition(request -> request.taskDefinition(now.taskDefinition()))
                    .taskDefinition();
            var fresh = services.ecs().registerTaskDefinition(with(used, images)).taskDefinition().taskDefinitionArn();
            service = services.ecs()
                    .updateService(request -> request.cluster(cluster).service(name).taskDefinition(fresh))
                    .service();
        } catch (EcsException e) {
            throw ActionFailed.configuration(Fault.text(e));
        }
        var id = service.deployments().getFirst().id();
        outcome.external(id, url(cluster, name), null);
        return waiting(new Rollout(cluster, name, id), minutes, outcome);
    }

    /** A deployment of a service. */
    private record Rollout(String cluster, String service, String id) {}

    private Started waiting(Rollout rollout, int minutes, ActionRun.Outcome outcome) {
        var limit = world.deadline(
                Duration.ofMinutes(minutes),
                () -> outcome.fail(
                        "JobFailed",
                        "The deployment timed out: service " + rollout.service + " did not reach a steady state within "
                                + minutes + " minutes."));
        var heard = awaited.until(rollout.id, () -> {
            boolean over = ended(rollout, outcome);
            if (over) {
                limit.cancel();
            }
            return over;
        });
        return () -> {
            limit.cancel();
            heard.abandon();
        };
    }

    private static int minutes(ActionRun run) throws ActionFailed {
        var text = run.setting("DeploymentTimeout", Integer.toString(LONGEST_MINUTES));
        try {
            int minutes = Integer.parseInt(text);
            if (minutes >= 1 && minutes <= LONGEST_MINUTES) {
                return minutes;
            }
        } catch (NumberFormatException e) {
            // The same sentence as for a number out of bounds.
        }
        throw ActionFailed.configuration("DeploymentTimeout must be a number of minutes from 1 to 60, not " + text + ".");
    }

    /** Empty if there is none, or it is being deleted. */
    private Optional<Service> service(String cluster, String name) {
        return services.ecs().describeServices(request -> request.cluster(cluster).services(name)).services().stream()
                .filter(each -> "ACTIVE".equals(each.status()))
                .findFirst();
    }

    private static RegisterTaskDefinitionRequest with(TaskDefinition used, Map<String, String> images) throws ActionFailed {
        var missing = new HashSet<>(images.keySet());
        used.containerDefinitions().forEach(container -> missing.remove(container.name()));
        if (!missing.isEmpty()) {
            throw ActionFailed.configuration("The task definition " + used.family() + ":" + used.revision()
                    + " has no container with the name " + missing.stream().sorted().findFirst().orElseThrow()
                    + " of the image definition file.");
        }
        return RegisterTaskDefinitionRequest.builder()
                .family(used.family())
                .taskRoleArn(used.taskRoleArn())
                .executionRoleArn(used.executionRoleArn())
                .networkMode(used.networkMode())
                .containerDefinitions(used.containerDefinitions().stream().map(each -> with(each, images)).toList())
                .volumes(used.volumes())
                .placementConstraints(used.placementConstraints())
                .requiresCompatibilities(used.requiresCompatibilities())
                .cpu(used.cpu())
                .memory(used.memory())
                .pidMode(used.pidMode())
                .ipcMode(used.ipcMode())
                .proxyConfiguration(used.proxyConfiguration())
                .ephemeralStorage(used.ephemeralStorage())
                .runtimePlatform(used.runtimePlatform())
                .build();
    }

    private static ContainerDefinition with(ContainerDefinition container, Map<String, String> images) {
        var image = images.get(container.name());
        return image == null ? container : container.toBuilder().image(image).build();
    }

    private boolean ended(Rollout rollout, ActionRun.Outcome outcome) {
        var deployment = service(rollout.cluster, rollout.service).stream()
                .flatMap(service -> service.deployments().stream())
                .filter(each -> each.id().equals(rollout.id))
                .findFirst();
        if (deployment.isEmpty()) {
            outcome.fail("JobFailed", "The deployment " + rollout.id + " was replaced by a newer one, or its service deleted.");
            return true;
        }
        switch (deployment.get().rolloutState()) {
            case COMPLETED -> outcome.succeed("Deployment Succeeded");
            case FAILED -> outcome.fail("JobFailed", failure(rollout, deployment.get()));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the service's history says of it, else what the deployment itself does. */
    private String failure(Rollout rollout, Deployment deployment) {
        var why = services.ecs()
                .listServiceDeployments(request -> request.cluster(rollout.cluster).service(rollout.service))
                .serviceDeployments().stream()
                .findFirst()
                .map(each -> each.statusReason())
                .orElse(null);
        return why == null || why.isEmpty() ? deployment.rolloutStateReason() : why;
    }

    private String url(String cluster, String service) {
        return "https://" + place.region() + ".console.aws.amazon.com/ecs/v2/clusters/"
                + cluster.substring(cluster.lastIndexOf('/') + 1) + "/services/" + service
                + "/deployments?region=" + place.region();
    }
}
