package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionCatalog;
import companion.practice.codepipeline.action.ActionFailed;
import companion.practice.codepipeline.action.ActionRun;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Trust;
import companion.practice.world.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.ErrorDetails;

/** Starts the actions of a stage and keeps what becomes of each. */
final class Actions {
    private static final String SERVICE = "codepipeline.amazonaws.com";

    private final World world;
    private final Fabric fabric;
    private final ActionCatalog catalog;
    private final PipelineEvents events;

    Actions(World world, Fabric fabric, ActionCatalog catalog, PipelineEvents events) {
        this.world = world;
        this.fabric = fabric;
        this.catalog = catalog;
        this.events = events;
    }

    /** @param changed is called at its end, unless it has ended when this returns */
    void start(Execution execution, StageRun stage, ActionDeclaration declaration, Runnable changed) {
        var role = declaration.roleArn() == null ? execution.declaration.roleArn() : declaration.roleArn();
        var id = world.ids().uuid();
        var token = world.ids().uuid();
        ActionFailed failure = null;
        Map<String, String> configuration = declaration.configuration();
        try {
            configuration = Variables.resolve(execution, declaration.configuration());
        } catch (ActionFailed e) {
            failure = e;
        }
        var run = new ActionRun(
                execution.declaration.name(),
                stage.name,
                execution.id,
                id,
                declaration,
                role,
                configuration,
                inputs(execution, declaration),
                outputs(execution, declaration),
                declaration.inputArtifacts().isEmpty()
                        ? null
                        : execution.revisions.get(
                                declaration.inputArtifacts().getFirst().name()),
                execution.wanted.get(declaration.name()),
                token);
        var action = new ActionExecution(id, stage.name, run, world.now(), execution.trigger.triggerDetail());
        stage.add(action);
        execution.updated = world.now();
        events.action(execution, action, "STARTED");
        var telling = new Telling(execution, action, changed);
        if (failure == null && fabric.trust().assume(execution.declaration.roleArn(), SERVICE) != Trust.Answer.TRUSTED) {
            failure = ActionFailed.permission("The service role or action role doesn’t have the permissions required to "
                    + "access the resources: CodePipeline is not authorized to perform AssumeRole on role " + role);
        }
        try {
            if (failure != null) {
                throw failure;
            }
            action.handle = ScopedValue.where(Caller.CURRENT, Caller.service(role, SERVICE, execution.id))
                    .call(() -> catalog.find(declaration.actionTypeId()).orElseThrow().start(run, telling));
        } catch (ActionFailed e) {
            telling.fail(e.code(), String.valueOf(e.getMessage()));
        }
        telling.quietly = false;
    }

    /**
     * Gives the running actions of a stage up; what they started outside goes on.
     *
     * @param state as their events say it: ABANDONED or CANCELED
     */
    void abandon(Execution execution, StageRun stage, String state) {
        for (var action : stage.latest.values()) {
            if (action.isRunning()) {
                action.handle.abandon();
                action.end(ActionExecutionStatus.ABANDONED, world.now());
                events.action(execution, action, state);
            }
        }
    }

    private static List<ActionRun.Artifact> inputs(Execution execution, ActionDeclaration declaration) {
        return declaration.inputArtifacts().stream()
                .map(input -> execution.artifacts.get(input.name()))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<ActionRun.Artifact> outputs(Execution execution, ActionDeclaration declaration) {
        var bucket = execution.declaration.artifactStore().location();
        return declaration.outputArtifacts().stream()
                .map(output -> new ActionRun.Artifact(
                        output.name(),
                        bucket,
                        shortened(execution.declaration.name(), 20) + "/" + shortened(output.name(), 10) + "/"
                                + world.ids().alphanumeric(7)))
                .toList();
    }

    /** CodePipeline cuts names in artifact keys. */
    private static String shortened(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length);
    }

    /** Takes what the provider tells about one action; only the first end counts. */
    private final class Telling implements ActionRun.Outcome {
        private final Execution execution;
        private final ActionExecution action;
        private final Runnable changed;
        /** Set while it is being started: whoever starts it looks by itself afterwards. */
        private boolean quietly = true;

        Telling(Execution execution, ActionExecution action, Runnable changed) {
            this.execution = execution;
            this.action = action;
            this.changed = changed;
        }

        @Override
        public void external(String id, String url, @Nullable String summary) {
            action.externalId = id;
            action.externalUrl = url;
            action.summary = summary;
            action.updated = world.now();
        }

        @Override
        public void revision(ActionRun.Revision revision) {
            action.revision = revision;
            execution.sources.put(action.name(), revision);
            action.run.outputs().forEach(output -> execution.revisions.put(output.name(), revision));
        }

        @Override
        public void variables(Map<String, String> variables) {
            action.variables = Map.copyOf(variables);
            var namespace = action.run.declaration().namespace();
            if (namespace != null) {
                execution.namespaces.put(namespace, action.variables);
            }
        }

        @Override
        public void succeed(@Nullable String summary) {
            if (action.isRunning()) {
                action.run.outputs().forEach(output -> {
                    execution.artifacts.put(output.name(), output);
                    if (action.run.revision() != null) {
                        execution.revisions.putIfAbsent(output.name(), action.run.revision());
                    }
                });
                action.summary = summary == null ? action.summary : summary;
                end(ActionExecutionStatus.SUCCEEDED);
            }
        }

        @Override
        public void fail(String code, String message) {
            if (action.isRunning()) {
                action.error = ErrorDetails.builder().code(code).message(message).build();
                end(ActionExecutionStatus.FAILED);
            }
        }

        private void end(ActionExecutionStatus status) {
            action.end(status, world.now());
            execution.updated = world.now();
            events.action(execution, action, status == ActionExecutionStatus.SUCCEEDED ? "SUCCEEDED" : "FAILED");
            if (!quietly) {
                changed.run();
            }
        }
    }
}
