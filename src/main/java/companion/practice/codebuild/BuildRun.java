package companion.practice.codebuild;

import companion.practice.codebuild.buildspec.Buildspec;
import companion.practice.codebuild.shell.Dialect;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Images;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.Timer;
import companion.practice.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;
import software.amazon.awssdk.services.codebuild.model.PhaseContext;
import software.amazon.awssdk.services.codebuild.model.StatusType;

/**
 * Takes one build through its phases, one planned event at a time, so that stopping it is taking away that event.
 * Durations
 * follow facts, section 4.2.
 */
final class BuildRun {
    private static final System.Logger LOG = System.getLogger(BuildRun.class.getName());
    private static final List<BuildPhaseType> COMMAND_PHASES =
            List.of(BuildPhaseType.INSTALL, BuildPhaseType.PRE_BUILD, BuildPhaseType.BUILD, BuildPhaseType.POST_BUILD);

    private final World world;
    private final Services services;
    private final Fabric fabric;
    private final Place place;
    private final BuildJob job;
    private final BuildLog log;
    private final Runnable whenOver;
    private Instant limit = Instant.MAX;
    private @Nullable Timer next;

    BuildRun(World world, Services services, Fabric fabric, Place place, BuildJob job, Runnable whenOver) {
        this.world = world;
        this.services = services;
        this.fabric = fabric;
        this.place = place;
        this.job = job;
        this.log = new BuildLog(world, services);
        this.whenOver = whenOver;
    }

    /** Leaves the queue. */
    void provision() {
        endPhase(StatusType.SUCCEEDED, null);
        limit = world.now().plus(Duration.ofMinutes(job.settings.timeoutInMinutes()));
        job.begin(BuildPhaseType.PROVISIONING, world.now());
        long seconds = 8 + world.ids().below(5);
        seconds += job.inVpc() ? 24 : 0;
        boolean cached = CuratedImages.find(job.settings.environment().image())
                .map(CuratedImages.Curated::current)
                .orElse(false);
        seconds += cached ? 0 : 65;
        plan(Duration.ofSeconds(seconds), this::download);
    }

    /** Ends the build where it is, with all that is planned for it. */
    void stop() {
        abort(
                StatusType.STOPPED,
                PhaseContext.builder().statusCode("").message("").build());
    }

    void timeOut() {
        abort(
                StatusType.TIMED_OUT,
                PhaseContext.builder()
                        .statusCode("BUILD_TIMED_OUT")
                        .message("Build has timed out. ")
                        .build());
    }

    private void abort(StatusType status, PhaseContext context) {
        if (next != null) {
            next.cancel();
        }
        endPhase(status, context);
        complete(status);
    }

    private void plan(Duration delay, Runnable step) {
        var now = world.now();
        next = now.plus(delay).isBefore(limit)
                ? world.after(delay, () -> take(step))
                : world.after(Duration.between(now, limit), this::timeOut);
    }

    /** A defect of the practice cloud ends the build as a fault of AWS would, instead of leaving it hanging. */
    private void take(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Build " + job.id + " hit a defect", e);
            if (job.isComplete()) {
                return;
            }
            abort(
                    StatusType.FAULT,
                    PhaseContext.builder()
                            .statusCode("INTERNAL_SERVICE_ERROR")
                            .message("Internal Service Error")
                            .build());
        }
    }

    private void download() {
        Dialect shell;
        try {
            shell = dialect();
        } catch (BuildFailure failure) {
            endPhase(StatusType.FAILED, failure.context());
            complete(StatusType.FAILED);
            return;
        }
        endPhase(StatusType.SUCCEEDED, null);
        job.begin(BuildPhaseType.DOWNLOAD_SOURCE, world.now());
        log.open(job);
        log.agent("Running on CodeBuild On-demand", "Waiting for agent ping");
        var here = new BuildContainer(world, services, fabric, place, job, shell);
        log.mask(here.registryPassword());
        plan(Duration.ofMillis(900 + world.ids().below(600)), () -> {
            log.agent("Waiting for DOWNLOAD_SOURCE");
            plan(Duration.ofMillis(1100), () -> prepare(here));
        });
    }

    private Dialect dialect() throws BuildFailure {
        var image = job.settings.environment().image();
        var curated = CuratedImages.find(image);
        if (curated.isPresent()) {
            return curated.get().shell();
        }
        try {
            fabric.images().pull(image);
            return Dialect.DASH;
        } catch (Images.ImageNotFound e) {
            throw new BuildFailure(
                    "BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE",
                    "Unable to pull customer's container image. CannotPullContainerError: " + e.getMessage());
        }
    }

    private void prepare(BuildContainer here) {
        Buildspec spec;
        try {
            spec = new BuildPreparation(
                            place, services, job, log, here, world.ids().digits(9))
                    .run();
        } catch (BuildFailure failure) {
            phaseComplete(StatusType.FAILED, failure.context());
            finish();
            return;
        }
        phaseComplete(StatusType.SUCCEEDED, null);
        commandPhase(0, here, spec);
    }

    private void commandPhase(int index, BuildContainer here, Buildspec buildspec) {
        if (index == COMMAND_PHASES.size()) {
            exportVariables(here, buildspec);
            upload(here, buildspec);
            return;
        }
        var type = COMMAND_PHASES.get(index);
        job.begin(type, world.now());
        log.agent("Entering phase " + type);
        var phase = buildspec.phase(type.toString().toLowerCase(Locale.ROOT));
        new PhaseCommands(world, log, here, buildspec, phase, this::plan, limit)
                .run(failure -> phaseOver(index, here, buildspec, phase, failure));
    }

    private void phaseOver(
            int index,
            BuildContainer here,
            Buildspec buildspec,
            Buildspec.Phase phase,
            @Nullable BuildFailure failure) {
        if (failure == null) {
            phaseComplete(StatusType.SUCCEEDED, null);
            plan(Duration.ofMillis(40), () -> commandPhase(index + 1, here, buildspec));
            return;
        }
        phaseComplete(StatusType.FAILED, failure.context());
        here.export("CODEBUILD_BUILD_SUCCEEDING", "0");
        boolean early = COMMAND_PHASES.get(index) == BuildPhaseType.INSTALL
                || COMMAND_PHASES.get(index) == BuildPhaseType.PRE_BUILD;
        boolean goesOn = phase.onFailure() == null ? !early : phase.onFailure().equals("CONTINUE");
        if (goesOn) {
            plan(Duration.ofMillis(40), () -> commandPhase(index + 1, here, buildspec));
        } else if (early) {
            finish();
        } else {
            upload(here, buildspec);
        }
    }

    private void exportVariables(BuildContainer here, Buildspec buildspec) {
        for (var name : buildspec.exportedVariables()) {
            var value = here.variable(name);
            job.exported.put(name, value == null ? "" : value);
        }
    }

    private void upload(BuildContainer here, Buildspec buildspec) {
        job.begin(BuildPhaseType.UPLOAD_ARTIFACTS, world.now());
        plan(Duration.ofMillis(700), () -> {
            var directory = here.variable("CODEBUILD_SRC_DIR");
            var files = new ArtifactFiles(here.files, directory == null ? "/" : directory);
            try {
                log.agent(new ArtifactUpload(services, files).run(job, buildspec, here::expand));
                log.agent(
                        "Set report auto-discover timeout to 5 seconds",
                        "Expanding base directory path:  .",
                        "Assembling file list",
                        "Expanding .",
                        "Expanding file paths for base directory .",
                        "Assembling file list",
                        "Expanding **/*",
                        "No matching auto-discover report paths found",
                        "Report auto-discover file discovery took 0.007851 seconds");
                phaseComplete(StatusType.SUCCEEDED, null);
            } catch (BuildFailure failure) {
                log.agent(failure.lines());
                phaseComplete(StatusType.FAILED, failure.context());
            }
            finish();
        });
    }

    private void finish() {
        job.begin(BuildPhaseType.FINALIZING, world.now());
        plan(Duration.ofSeconds(2), () -> {
            endPhase(StatusType.SUCCEEDED, null);
            complete(job.hasFailed() ? StatusType.FAILED : StatusType.SUCCEEDED);
        });
    }

    private void complete(StatusType status) {
        next = null;
        job.complete(status, world.now());
        events().stateChanged(job);
        whenOver.run();
    }

    private void phaseComplete(StatusType status, @Nullable PhaseContext context) {
        log.agent(
                "Phase complete: " + job.currentPhase() + " State: " + status,
                "Phase context status code: " + (context == null ? "" : context.statusCode()) + " Message: "
                        + (context == null ? "" : context.message()));
        endPhase(status, context);
    }

    private void endPhase(StatusType status, @Nullable PhaseContext context) {
        events().phaseChanged(job, job.end(status, world.now(), context));
    }

    private BuildEvents events() {
        return new BuildEvents(fabric.events(), place);
    }
}
