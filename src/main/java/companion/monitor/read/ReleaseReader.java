package companion.monitor.read;

import companion.aws.AwsErrors;
import companion.aws.Connection;
import companion.monitor.read.DeploymentReader.Reading;
import companion.monitor.read.ServiceReader.Service;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.codepipeline.model.PipelineNotFoundException;

/**
 * Reads everything about the latest release of a pipeline; what an earlier one left in stages not reached yet is no part of
 * it. A part that cannot be read is named in the snapshot and keeps
 * what was read of it before. Used by one thread at a time.
 */
public final class ReleaseReader {
    private final PipelineReader pipelines;
    private final BuildReader builds;
    private final DeploymentReader deployments;
    private final ServiceReader services;
    private final InstantSource clock;
    private @Nullable ReleaseSnapshot last;

    /** @param clock the account's: virtual in the practice cloud */
    public ReleaseReader(Connection connection, InstantSource clock) {
        this.pipelines = new PipelineReader(connection);
        this.builds = new BuildReader(connection);
        this.deployments = new DeploymentReader(connection);
        this.services = new ServiceReader(connection);
        this.clock = clock;
    }

    public ReleaseSnapshot read(String pipelineName) {
        var before = last;
        var unread = new ArrayList<Unread>();
        var pipeline = part("Pipeline", unread, before == null ? null : before.pipeline(), () -> find(pipelineName));
        var build = part(
                "Build",
                unread,
                before == null ? null : before.build(),
                () -> builds.read(externalId(pipeline, "CodeBuild")));
        var deployment = part(
                "Deployment", unread, null, () -> deployments.read(externalId(pipeline, "CodeDeployToECS")));
        var target = pipelines.configuration(pipelineName, "CodeDeployToECS");
        Service service = target.isEmpty() || pipeline == null
                ? null
                : part("Service", unread, null, () -> services.read(
                        target.get("ApplicationName"),
                        target.get("DeploymentGroupName"),
                        deployment == null ? new Reading(null, Map.of(), Map.of()) : deployment));
        boolean keep = before != null && service == null && pipeline != null;
        last = new ReleaseSnapshot(
                clock.instant(),
                pipeline,
                build,
                deployment != null ? deployment.snapshot() : keep ? before.deployment() : null,
                service != null ? service.taskSets() : keep ? before.taskSets() : List.of(),
                service != null ? service.url() : keep ? before.url() : null,
                service != null ? service.events() : keep ? before.serviceEvents() : List.of(),
                unread);
        return last;
    }

    /** The pipeline, or null where there is none: that is an answer, not a failure to read. */
    private @Nullable PipelineSnapshot find(String name) {
        try {
            return pipelines.read(name);
        } catch (PipelineNotFoundException e) {
            // One of this name may be made again, with other settings and another load balancer.
            pipelines.forget();
            services.forget();
            return null;
        }
    }

    private static @Nullable String externalId(@Nullable PipelineSnapshot pipeline, String provider) {
        return pipeline == null
                ? null
                : pipeline.currentAction(provider).map(ActionSnapshot::externalId).orElse(null);
    }

    private static <T> @Nullable T part(
            String name, List<Unread> unread, @Nullable T before, Supplier<? extends @Nullable T> read) {
        try {
            return read.get();
        } catch (SdkException e) {
            unread.add(new Unread(name, AwsErrors.code(e), AwsErrors.message(e)));
            return before;
        }
    }
}
