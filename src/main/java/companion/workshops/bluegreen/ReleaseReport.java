package companion.workshops.bluegreen;

import companion.aws.Connection;
import companion.workshop.Problem;
import companion.workshop.Progress;
import companion.workshop.StepFailedException;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.StatusType;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionDetail;
import software.amazon.awssdk.services.codepipeline.model.ActionExecutionStatus;
import software.amazon.awssdk.services.codepipeline.model.PipelineExecutionSummary;

/** Where a release stands, in a few words; and why it failed, as deep as AWS tells. */
final class ReleaseReport {
    private final Connection aws;
    private final Executions executions;

    ReleaseReport(Connection aws, Executions executions) {
        this.aws = aws;
        this.executions = executions;
    }

    void tell(PipelineExecutionSummary execution, Progress progress) {
        var actions = executions.actions(execution.pipelineExecutionId());
        if (actions.isEmpty()) {
            progress.report("the pipeline has started", 0);
            return;
        }
        var newest = actions.getFirst();
        long done = actions.stream()
                .filter(it -> it.status() == ActionExecutionStatus.SUCCEEDED)
                .count();
        var text = newest.actionName() + " " + words(newest)
                + detail(newest).map(it -> ", " + it).orElse("");
        progress.report(text, Math.min(1.0, done / 3.0));
    }

    private static String words(ActionExecutionDetail action) {
        return switch (action.status()) {
            case IN_PROGRESS -> "is in progress";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case ABANDONED -> "was abandoned";
            case UNKNOWN_TO_SDK_VERSION -> action.statusAsString();
        };
    }

    private Optional<String> detail(ActionExecutionDetail action) {
        var id = Executions.externalId(action);
        if (id.isEmpty() || action.status() != ActionExecutionStatus.IN_PROGRESS) {
            return Optional.empty();
        }
        return switch (action.actionName()) {
            case "Build" -> build(id.get()).map(build -> build.currentPhase());
            case "Deploy" ->
                Optional.of("deployment " + id.get() + " "
                        + executions.getDeployment(id.get()).statusAsString());
            default -> Optional.empty();
        };
    }

    private Optional<Build> build(String id) {
        return aws.codeBuild().batchGetBuilds(it -> it.ids(id)).builds().stream()
                .findFirst();
    }

    StepFailedException failure(PipelineExecutionSummary execution) {
        var failed = executions.actions(execution.pipelineExecutionId()).stream()
                .filter(it -> it.status() == ActionExecutionStatus.FAILED)
                .findFirst();
        if (failed.isEmpty()) {
            return new StepFailedException(
                    new Problem(
                            "RELEASE_" + execution.statusAsString().toUpperCase(Locale.ROOT),
                            "The execution of your commit ended as " + execution.statusAsString() + ".",
                            "It was stopped, or a newer push took its place.",
                            "Push again, or release the change in the AWS console, then run this step again.",
                            execution.pipelineExecutionId()),
                    null);
        }
        var action = failed.get();
        var id = Executions.externalId(action);
        return switch (action.actionName()) {
            case "Build" -> buildFailure(action, id);
            case "Deploy" -> deployFailure(action, id);
            default ->
                problem(
                        "SOURCE_FAILED",
                        action,
                        summary(action),
                        "The branch does not exist, or the pipeline's role may not read the repository.",
                        "Run the stages Repository and Roles again, then this step.");
        };
    }

    private StepFailedException buildFailure(ActionExecutionDetail action, Optional<String> id) {
        var cause = id.flatMap(this::build).stream()
                .flatMap(build -> build.phases().stream())
                .filter(phase -> phase.phaseStatus() != null && phase.phaseStatus() != StatusType.SUCCEEDED)
                .flatMap(phase ->
                        phase.contexts().stream().map(context -> phase.phaseTypeAsString() + ": " + context.message()))
                .findFirst();
        return problem(
                "BUILD_FAILED",
                action,
                cause.orElseGet(() -> summary(action)),
                "A command of buildspec.yaml ended with an error, or the build had no way to the internet or the"
                        + " registry.",
                "Read the build log, mend the file, commit and push. Running this step again retries the failed"
                        + " stage.");
    }

    private StepFailedException deployFailure(ActionExecutionDetail action, Optional<String> id) {
        var cause = id.map(executions::getDeployment)
                .map(deployment -> deployment.errorInformation())
                .map(error -> error.codeAsString() + ": " + error.message());
        return problem(
                "DEPLOY_FAILED",
                action,
                cause.orElseGet(() -> summary(action)),
                "The new tasks did not become healthy, or a file of the build's artifact is missing or wrong.",
                "Look at the deployment's events and at the stopped tasks. Running this step again retries the failed"
                        + " stage.");
    }

    private static StepFailedException problem(
            String code, ActionExecutionDetail action, String what, String why, String next) {
        return new StepFailedException(
                new Problem(
                        code,
                        action.actionName() + " failed: " + what,
                        why,
                        next,
                        action.pipelineExecutionId() + " " + action.actionExecutionId() + ": " + summary(action)),
                null);
    }

    private static String summary(ActionExecutionDetail action) {
        var result = action.output() == null ? null : action.output().executionResult();
        if (result == null) {
            return "AWS gives no reason";
        }
        if (result.errorDetails() != null && result.errorDetails().message() != null) {
            return result.errorDetails().message();
        }
        return result.externalExecutionSummary() == null ? "AWS gives no reason" : result.externalExecutionSummary();
    }
}
