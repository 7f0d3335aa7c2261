package companion.monitor.read;

import companion.aws.AwsErrors;
import companion.aws.Connection;
import companion.monitor.read.DeploymentReader.Reading;
import companion.monitor.read.ServiceReader.Service;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final Service NO_SERVICE = new Service(List.of(), List.of(), null);
    private static final ReleaseSnapshot NOTHING = new ReleaseSnapshot(
            Instant.EPOCH, null, null, null, List.of(), null, List.of(), null, List.of(), List.of(), Map.of());

    private final PipelineReader pipelines;
    private final BuildReader builds;
    private final DeploymentReader deployments;
    private final ServiceReader services;
    private final InstantSource clock;
    private Reading deployment = new Reading(null, Map.of(), Map.of());
    private Service service = NO_SERVICE;
    private @Nullable ReleaseSnapshot last;

    /** @param clock the account's: virtual in the practice cloud */
    public ReleaseReader(Connection connection, InstantSource clock) {
        this.pipelines = new PipelineReader(connection);
        this.builds = new BuildReader(connection);
        this.deployments = new DeploymentReader(connection);
        this.services = new ServiceReader(connection);
        this.clock = clock;
    }

    /** Reads all parts. */
    public ReleaseSnapshot read(String pipelineName) {
        return read(pipelineName, EnumSet.allOf(Part.class));
    }

    /** Reads the parts named; the others stay as they were read before, with the moment at which that was. */
    public ReleaseSnapshot read(String pipelineName, Set<Part> parts) {
        var before = last == null ? NOTHING : last;
        var unread = new ArrayList<>(before.unread().stream()
                .filter(each -> parts.stream().noneMatch(part -> part.title().equals(each.part())))
                .toList());
        var readAt = new EnumMap<Part, Instant>(Part.class);
        readAt.putAll(before.readAt());
        var pipeline = !parts.contains(Part.PIPELINE)
                ? before.pipeline()
                : part(Part.PIPELINE, unread, readAt, before.pipeline(), () -> find(pipelineName));
        var build = !parts.contains(Part.BUILD)
                ? before.build()
                : part(Part.BUILD, unread, readAt, before.build(), () -> builds.read(externalId(pipeline, "CodeBuild")));
        if (parts.contains(Part.DEPLOYMENT)) {
            deployment = part(Part.DEPLOYMENT, unread, readAt, deployment, () -> deployments.read(
                    externalId(pipeline, "CodeDeployToECS")));
        }
        var target = pipelines.configuration(pipelineName, "CodeDeployToECS");
        if (target.isEmpty() || pipeline == null) {
            service = NO_SERVICE;
        } else if (parts.contains(Part.SERVICE) || parts.contains(Part.HEALTH)) {
            service = part(Part.SERVICE, unread, readAt, service, () -> services.read(
                    target.get("ApplicationName"), target.get("DeploymentGroupName"), deployment));
        }
        last = new ReleaseSnapshot(
                clock.instant(),
                pipeline,
                build,
                deployment.snapshot(),
                service.taskSets(),
                null,
                List.of(),
                service.url(),
                service.events(),
                unread,
                readAt);
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

    private <T extends @Nullable Object> T part(
            Part part, List<Unread> unread, Map<Part, Instant> readAt, T before, Supplier<T> read) {
        try {
            var now = read.get();
            readAt.put(part, clock.instant());
            return now;
        } catch (SdkException e) {
            unread.add(new Unread(part.title(), AwsErrors.code(e), AwsErrors.message(e)));
            return before;
        }
    }
}
