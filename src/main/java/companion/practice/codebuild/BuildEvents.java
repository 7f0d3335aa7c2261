package companion.practice.codebuild;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.fabric.EventBus;
import companion.practice.world.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;
import software.amazon.awssdk.services.codebuild.model.PhaseContext;

/**
 * The events that CodeBuild puts on the default bus: one per phase that ended, and one per change of a build's status.
 */
record BuildEvents(EventBus bus, Place place) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MMM d, yyyy h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    void stateChanged(BuildJob job) {
        put("CodeBuild Build State Change", job, () -> common(job)
                .put("build-status", job.status().toString())
                .put("current-phase", job.currentPhase().toString())
                .put("current-phase-context", "[]"));
    }

    void phaseChanged(BuildJob job, BuildPhase phase) {
        put("CodeBuild Build Phase Change", job, () -> common(job)
                .put("completed-phase", phase.phaseTypeAsString())
                .put("completed-phase-status", phase.phaseStatusAsString())
                .put("completed-phase-duration-seconds", phase.durationInSeconds())
                .put("completed-phase-start", WHEN.format(phase.startTime()))
                .put("completed-phase-end", WHEN.format(phase.endTime()))
                .put("completed-phase-context", contexts(phase.contexts()).toString()));
    }

    private void put(String type, BuildJob job, Supplier<ObjectNode> detail) {
        bus.put("aws.codebuild", type, List.of(job.arn), () -> detail.get().put("version", "1"));
    }

    private ObjectNode common(BuildJob job) {
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("project-name", job.settings.name());
        detail.put("build-id", job.arn);
        detail.set("additional-information", information(job));
        return detail;
    }

    private ObjectNode information(BuildJob job) {
        var build = new BuildDescription(place).of(job);
        var information = JsonNodeFactory.instance.objectNode();
        information.putObject("artifact").put("location", build.artifacts().location());
        var environment = information.putObject("environment");
        environment.put("image", build.environment().image());
        environment.put("privileged-mode", build.environment().privilegedMode());
        environment.put("compute-type", build.environment().computeTypeAsString());
        environment.put("type", build.environment().typeAsString());
        var variables = environment.putArray("environment-variables");
        build.environment()
                .environmentVariables()
                .forEach(variable -> variables
                        .addObject()
                        .put("name", variable.name())
                        .put("type", variable.typeAsString())
                        .put("value", variable.value()));
        information.put("timeout-in-minutes", build.timeoutInMinutes());
        information.put("build-complete", build.buildComplete());
        information.put("build-number", build.buildNumber());
        information.put("initiator", build.initiator());
        information.put("build-start-time", WHEN.format(build.startTime()));
        var source = information.putObject("source").put("type", build.source().typeAsString());
        if (build.source().location() != null) {
            source.put("location", build.source().location());
        }
        information.put("source-version", build.sourceVersion());
        if (build.logs().groupName() != null) {
            information
                    .putObject("logs")
                    .put("group-name", build.logs().groupName())
                    .put("stream-name", build.logs().streamName())
                    .put("deep-link", build.logs().deepLink());
        }
        var phases = information.putArray("phases");
        build.phases().forEach(phase -> phases.add(phase(phase)));
        return information;
    }

    private static ObjectNode phase(BuildPhase phase) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("phase-type", phase.phaseTypeAsString());
        if (phase.phaseStatus() != null) {
            node.put("phase-status", phase.phaseStatusAsString());
        }
        node.put("start-time", time(phase.startTime()));
        if (phase.endTime() != null) {
            node.put("end-time", time(phase.endTime()));
            node.put("duration-in-seconds", phase.durationInSeconds());
            node.set("phase-context", contexts(phase.contexts()));
        }
        return node;
    }

    private static ArrayNode contexts(List<PhaseContext> contexts) {
        var array = JsonNodeFactory.instance.arrayNode();
        contexts.forEach(context -> array.add(context.statusCode() + ": " + context.message()));
        return array;
    }

    private static String time(Instant instant) {
        return WHEN.format(instant);
    }
}
