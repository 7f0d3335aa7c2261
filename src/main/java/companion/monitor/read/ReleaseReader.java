package companion.monitor.read;

import companion.aws.Connection;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/**
 * Reads everything about the latest release of a pipeline; what an earlier one left in stages not reached yet is no part of
 * it. A part that cannot be read is named in the snapshot and keeps what was read of it before; a part that did not change
 * stays the very same object. Used by one thread at a time.
 */
public final class ReleaseReader {
    private final PipelineReader pipelines;
    private final BuildReader builds;
    private final BuildspecReader buildspecs;
    private final DeploymentReader deployments;
    private final DeploymentReader rollbacks;
    private final ServicePlaces places;
    private final ServiceReader services;
    private final HealthReader healths;
    private final ImageReader images;
    private final InstantSource clock;
    private DeploymentReader.Reading deployment = DeploymentReader.Reading.NONE;
    private DeploymentReader.Reading rollback = DeploymentReader.Reading.NONE;
    private ServiceReader.@Nullable Reading service;
    private HealthReader.Reading health = HealthReader.Reading.NONE;
    private ServiceReading joined = ServiceReading.NONE;
    private ReleaseSnapshot last = new ReleaseSnapshot(
            Instant.EPOCH, null, null, null, null, List.of(), null, List.of(), null, List.of(), List.of(), List.of(),
            Map.of());

    /** @param clock the account's: virtual in the practice cloud */
    public ReleaseReader(Connection connection, InstantSource clock) {
        this.pipelines = new PipelineReader(connection);
        this.builds = new BuildReader(connection);
        this.buildspecs = new BuildspecReader(connection, pipelines);
        this.deployments = new DeploymentReader(connection);
        this.rollbacks = new DeploymentReader(connection);
        this.places = new ServicePlaces(connection);
        this.services = new ServiceReader(connection);
        this.healths = new HealthReader(connection);
        this.images = new ImageReader(connection);
        this.clock = clock;
    }

    /** Reads all parts. */
    public ReleaseSnapshot read(String pipelineName) {
        return read(pipelineName, EnumSet.allOf(Part.class));
    }

    /** Reads the parts named; the others stay as they were read before, with the moment at which that was. */
    public ReleaseSnapshot read(String pipelineName, Set<Part> parts) {
        var reads = new PartReads(parts, last, clock);
        var pipeline = reads.read(Part.PIPELINE, last.pipeline(), () -> find(pipelineName));
        var build = reads.read(Part.BUILD, last.build(), () -> buildspecs.with(
                builds.read(externalId(pipelineName, pipeline, Focus.BUILDS)), pipeline));
        reads.run(Part.DEPLOYMENT, () -> readDeployment(pipelineName, pipeline));
        reads.run(Part.SERVICE, () -> readService(place(pipelineName, pipeline), pipeline));
        reads.run(Part.HEALTH, () -> readHealth(place(pipelineName, pipeline)));
        joined = reads.tryRead(Part.SERVICE, joined, () -> ServiceReading.of(
                service, deployment.with(rollback), health, images, joined));
        last = new ReleaseSnapshot(
                clock.instant(),
                pipeline,
                build,
                PartReads.same(last.deployment(), deployment.snapshot()),
                PartReads.same(last.rollback(), rollback.snapshot()),
                joined.taskSets(),
                joined.rolling(),
                joined.images(),
                health.url(),
                joined.events(),
                joined.stopped(),
                reads.unread(),
                reads.readAt());
        return last;
    }

    private void readDeployment(String pipelineName, @Nullable PipelineSnapshot pipeline) {
        deployment = deployments.read(
                externalId(pipelineName, pipeline, Set.of(ServicePlaces.BLUE_GREEN, "CodeDeploy")));
        var by = deployment.snapshot() == null ? null : deployment.snapshot().rolledBackBy();
        rollback = rollbacks.read(by);
    }

    private static boolean hasFailed(@Nullable PipelineSnapshot pipeline) {
        return pipeline != null
                && pipeline.stages().stream()
                        .filter(pipeline::isCurrent)
                        .flatMap(stage -> stage.actions().stream())
                        .anyMatch(action ->
                                action.status() == Status.FAILED && Focus.DEPLOYS.contains(action.provider()));
    }

    private void readService(@Nullable ServicePlace place, @Nullable PipelineSnapshot pipeline) {
        if (place == null) {
            service = null;
            return;
        }
        try {
            service = services.read(place, hasFailed(pipeline));
        } catch (ClusterNotFoundException e) {
            places.forget();
            throw e;
        }
        if (service == null) {
            places.forget();
        }
    }

    private void readHealth(@Nullable ServicePlace place) {
        try {
            health = place == null
                    ? HealthReader.Reading.NONE
                    : healths.read(place, service == null ? Set.of() : service.targetGroups());
        } catch (ListenerNotFoundException | LoadBalancerNotFoundException | TargetGroupNotFoundException e) {
            // It was made anew, or is being: who takes its place is found by the next read.
            places.forget();
            healths.forget();
            throw e;
        }
    }

    private @Nullable ServicePlace place(String pipelineName, @Nullable PipelineSnapshot pipeline) {
        return pipeline == null
                ? null
                : Focus.any(pipeline, Focus.DEPLOYS, found -> isHere(pipelineName, found))
                        .map(found -> places.find(
                                found.action().provider(),
                                pipelines.configuration(pipelineName, found.stage().name(), found.action())))
                        .orElse(null);
    }

    /** The pipeline, or null where there is none: that is an answer, not a failure to read. */
    private @Nullable PipelineSnapshot find(String name) {
        try {
            return pipelines.read(name);
        } catch (PipelineNotFoundException e) {
            // One of this name may be made again, with other settings and another load balancer.
            pipelines.forget(name);
            places.forget();
            healths.forget();
            return null;
        }
    }

    private @Nullable String externalId(
            String pipelineName, @Nullable PipelineSnapshot pipeline, Set<String> providers) {
        return pipeline == null
                ? null
                : Focus.current(pipeline, providers, found -> isHere(pipelineName, found))
                        .map(found -> found.action().externalId())
                        .orElse(null);
    }

    /** What an action of another Region works on is not known in this one. */
    private boolean isHere(String pipelineName, Focus.Found found) {
        return pipelines.isHere(pipelineName, found.stage().name(), found.action());
    }
}
