package companion.monitor.why;

import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.why.Why.Cause;
import companion.monitor.why.Why.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a source, an approval, or an action of another kind failed: what CodePipeline itself says tells. */
final class ActionWhy {
    private static final Set<String> SOURCES = Set.of("CodeCommit", "S3", "ECR", "CodeStarSourceConnection", "GitHub");

    private static final List<Known> SOURCE = List.of(
            Known.when(
                    "branch (?:named |with name |)'?([\\w./-]+)'?.*?(?:not found|does not exist)|No branch named ([\\w./-]+)|"
                            + "BranchDoesNotExist|The branch",
                    match -> Finding.of(
                            "The branch does not exist",
                            "The source action follows a branch that the repository does not have. A repository has none until the "
                                    + "first commit; `main` and `master` are easily mixed up.",
                            Finding.step("Push the branch, or name the one that exists", "UpdatePipeline"))),
            Known.when("repository.{0,80}(?:not found|does not exist)|RepositoryDoesNotExist", _ -> Finding.of(
                    "The repository does not exist",
                    "The source action names a repository that does not exist in this account and region.",
                    Finding.step("Name the repository that exists", "UpdatePipeline"))),
            Known.when("connection.{0,60}(?:not available|PENDING)|ConnectionNotAvailable", _ -> Finding.of(
                    "The connection to the repository is not finished",
                    "A connection that is made by a call stays PENDING until a person completes it in AWS's console.",
                    Finding.step("Complete the connection in the console"))));

    private static final List<Known> ANY = List.of(
            Known.when("Exception while trying to read the (?:image|task definition|appspec).*? file", _ -> Finding.of(
                    "The action cannot read a file of its artifact",
                    "The build's artifact lacks the file that the action reads, or it has another form: blue/green reads "
                            + "`taskdef.json`, `appspec.yaml` and `imageDetail.json`, rolling reads `imagedefinitions.json`.",
                    Finding.step("Add the file to the buildspec's artifacts, in the form that this action reads"))),
            Known.when("register the task definition", _ -> Finding.of(
                    "The task definition is not accepted",
                    "ECS refused `taskdef.json`. A file copied from the console has members that may only be read.",
                    Finding.step("Correct taskdef.json and push it", ""))),
            Known.when("already has an active Deployment", _ -> Finding.of(
                    "Another deployment is still running",
                    "A deployment group runs one deployment at a time; one that waits for its termination counts.",
                    Finding.step("End its wait", "ContinueDeployment"),
                    Finding.step("Or stop it", "StopDeployment"))),
            Known.when("Unable to update task definition on services with a CODE_DEPLOY", _ -> Finding.of(
                    "The service belongs to CodeDeploy",
                    "Only CodeDeploy may give another task definition to a service with the CODE_DEPLOY controller.",
                    Finding.step("Use the action Amazon ECS (Blue/Green)", "UpdatePipeline"))),
            Known.when("Rate exceeded|ThrottlingException|Throttled", _ -> Finding.of(
                    "AWS throttled the action",
                    "The account made more calls than AWS allows at that moment. It passes by itself.")));

    private ActionWhy() {}

    static Why of(StageSnapshot stage, ActionSnapshot action) {
        boolean approval = action.category().equals("Approval") || action.provider().equals("Manual");
        if (approval) {
            return rejected(stage, action);
        }
        var said = Evidences.said(action);
        boolean source = action.category().equals("Source") || SOURCES.contains(action.provider());
        var finding = find(said, source);
        var evidence = new ArrayList<Evidence>();
        Evidences.add(evidence, action);
        var headline = (source ? "The source" : "Action " + action.name()) + " failed";
        return new Why(
                Why.Kind.FAILED,
                finding.map(Finding::headline).orElse(headline),
                Evidences.about(stage, action),
                null,
                List.of(),
                finding.map(Finding::cause).orElse(null),
                Evidences.next(finding, stage, true),
                evidence,
                List.of());
    }

    static Optional<Finding> find(String said, boolean source) {
        return Known.first(RoleCauses.ALL, said)
                .or(() -> source ? Known.first(SOURCE, said) : Optional.empty())
                .or(() -> Known.first(ANY, said));
    }

    private static Why rejected(StageSnapshot stage, ActionSnapshot action) {
        var evidence = new ArrayList<Evidence>();
        Evidences.add(evidence, action);
        var said = Evidences.said(action).strip();
        boolean late = said.toLowerCase(Locale.ROOT).contains("timed out") || said.toLowerCase(Locale.ROOT).contains("expired");
        return new Why(
                Why.Kind.FAILED,
                late ? "Nobody approved in time" : "The release was rejected",
                Evidences.about(stage, action),
                null,
                List.of(),
                new Cause(
                        late
                                ? "The approval " + action.name() + " waited as long as it may, and nobody answered."
                                : "A person rejected it at " + action.name()
                                        + (said.isEmpty() ? ", and gave no reason." : "; the reason is below."),
                        null),
                List.of(
                        Finding.step("Correct what the reason asks for, and push"),
                        Finding.step("Or ask for the approval again", "RetryStageExecution")),
                evidence,
                List.of());
    }
}
