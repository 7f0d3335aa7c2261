package companion.practice.ecs;

import companion.practice.fabric.ContainerImage;
import companion.practice.fabric.Images.ImageNotFound;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CPUArchitecture;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** Pulls the images of a task and starts its containers. */
final class Containers {

    /** Why a task stops by itself. */
    record Failure(TaskStopCode code, String reason) {}

    private static final String EXITED = "Essential container in task exited";

    private final EcsRegion region;
    private final ContainerLogs logs;

    Containers(EcsRegion region, ContainerLogs logs) {
        this.region = region;
        this.logs = logs;
    }

    /** Starts all containers; answers why the task has to stop at once, or null if it goes on. */
    @Nullable Failure start(TaskState task) {
        var images = new ArrayList<ContainerImage>();
        for (var definition : task.definition.containerDefinitions()) {
            try {
                images.add(region.fabric().images().pull(definition.image()));
            } catch (ImageNotFound e) {
                return new Failure(TaskStopCode.TASK_FAILED_TO_START, pullError(definition.image()));
            }
        }
        for (var definition : task.definition.containerDefinitions()) {
            var refusal = logs.open(task, definition);
            if (refusal != null) {
                return new Failure(TaskStopCode.TASK_FAILED_TO_START, refusal);
            }
        }
        return run(task, images);
    }

    /** Stops what runs. */
    void stop(TaskState task) {
        task.ports.forEach(p -> region.fabric().network().close(p.ip(), p.port()));
        task.ports.clear();
        task.change(t -> t.containers(task.view.containers().stream()
                .map(c -> "RUNNING".equals(c.lastStatus())
                        ? c.toBuilder().lastStatus("STOPPED").exitCode(0).build()
                        : c.toBuilder().lastStatus("STOPPED").build())
                .toList()));
    }

    private @Nullable Failure run(TaskState task, List<ContainerImage> images) {
        Failure failure = null;
        var shown = new ArrayList<Container>();
        for (int i = 0; i < images.size(); i++) {
            var definition = task.definition.containerDefinitions().get(i);
            var image = images.get(i);
            var container = task.view.containers().get(i).toBuilder()
                    .imageDigest(image.digest())
                    .runtimeId(task.id() + "-" + region.world().ids().digits(10));
            var arguments = arguments(definition, override(task, definition), image);
            switch (Program.of(image, arguments, architecture(task), region.world().blobs())) {
                case Program.Serves serves -> {
                    container.lastStatus("RUNNING");
                    listen(task, serves);
                    logs.write(task, definition, serves.site().server().startLines(region.world().now()));
                }
                case Program.Exits exits -> {
                    container.lastStatus("STOPPED").exitCode(exits.code()).reason(exits.reason());
                    if (exits.output() != null) {
                        logs.write(task, definition, List.of(exits.output()));
                    }
                    if (TaskDefinitionRules.isEssential(definition)) {
                        failure = new Failure(TaskStopCode.ESSENTIAL_CONTAINER_EXITED, EXITED);
                    }
                }
            }
            shown.add(container.build());
        }
        task.change(t -> t.containers(shown));
        return failure;
    }

    private void listen(TaskState task, Program.Serves serves) {
        var ip = task.ip;
        if (ip != null) {
            for (int port : serves.ports()) {
                region.fabric().network().open(ip, port, serves.site());
                task.ports.add(new TaskState.OpenPort(ip, port));
            }
        }
    }

    /** As a container engine does: an entry point of the definition also puts the image's command out of force. */
    private static List<String> arguments(
            ContainerDefinition definition, @Nullable ContainerOverride override, ContainerImage image) {
        var all = new ArrayList<String>();
        boolean ownEntryPoint = !definition.entryPoint().isEmpty();
        all.addAll(ownEntryPoint ? definition.entryPoint() : image.entrypoint());
        if (override != null && !override.command().isEmpty()) {
            all.addAll(override.command());
        } else if (!definition.command().isEmpty()) {
            all.addAll(definition.command());
        } else if (!ownEntryPoint) {
            all.addAll(image.command());
        }
        return all;
    }

    private static @Nullable ContainerOverride override(TaskState task, ContainerDefinition definition) {
        return task.view.overrides().containerOverrides().stream()
                .filter(o -> definition.name().equals(o.name()))
                .findFirst()
                .orElse(null);
    }

    private static String architecture(TaskState task) {
        var platform = task.definition.runtimePlatform();
        return platform != null && platform.cpuArchitecture() == CPUArchitecture.ARM64 ? "arm64" : "amd64";
    }

    private static String pullError(String image) {
        var reference = image.contains("/") && image.substring(0, image.indexOf('/')).contains(".")
                ? image
                : "docker.io/" + (image.contains("/") ? image : "library/" + image);
        return "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref "
                + reference
                + ": " + reference + ": not found";
    }
}
