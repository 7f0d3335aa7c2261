package companion.monitor.why;

import static companion.monitor.snapshot.Scene.deploys;
import static companion.monitor.snapshot.Scene.event;
import static companion.monitor.snapshot.Scene.set;
import static companion.monitor.snapshot.Scene.span;
import static companion.monitor.snapshot.Scene.t;
import static companion.monitor.snapshot.Scene.tasks;
import static companion.monitor.snapshot.Scene.waits;
import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.DeploymentSnapshot.LifecycleEvent;
import companion.monitor.snapshot.DeploymentSnapshot.Wait;
import companion.monitor.snapshot.Log;
import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Failure;
import companion.monitor.snapshot.PipelineSnapshot.Rule;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot.StoppedTask;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.RollingSnapshot.Deployment;
import companion.monitor.snapshot.Scene;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.TaskSetSnapshot.Exit;
import companion.monitor.snapshot.TaskSetSnapshot.Stop;
import companion.monitor.snapshot.TaskSetSnapshot.TaskSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployWhyTest {
    private final Scene scene = Scene.workshop();

    @Test
    void nothingIsWrongWhileNothingFailed() {
        scene.execution("e1", Status.IN_PROGRESS, span(0, null)).runs("Deploy", "e1", Status.IN_PROGRESS, span(1, null), "d-1");
        assertThat(Diagnosis.of(scene.snapshot(), Log.EMPTY)).isEmpty();
    }

    @Test
    void whatAnEarlierExecutionLeftInAStageIsNoFailureOfThisOne() {
        scene.execution("e1", Status.FAILED, span(0, 9)).runs("Deploy", "e1", Status.FAILED, span(1, 9), "d-1");
        scene.execution("e2", Status.IN_PROGRESS, span(20, null)).runs("Source", "e2", Status.IN_PROGRESS, span(20, null), null);
        assertThat(Diagnosis.of(scene.snapshot(), Log.EMPTY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ALARM_ACTIVE | One or more alarms have been activated | An alarm stopped the deployment",
        "MANUAL_STOP | The deployment was stopped by a user | Somebody stopped the deployment",
        "TIMEOUT | The deployment timed out while waiting for a notification to continue. | Nobody let the deployment go on",
        "TIMEOUT | The deployment timed out while waiting for the replacement task set. | The new tasks did not become healthy in time",
        "IAM_ROLE_MISSING | The service role cannot be accessed. | CodeDeploy cannot use its service role",
        "IAM_ROLE_PERMISSIONS | The service role does not have the correct permissions. | CodeDeploy's service role lacks permissions",
        "HEALTH_CONSTRAINTS | The overall deployment failed because too many instances failed | Too few instances stayed healthy",
        "ELASTIC_LOAD_BALANCING_INVALID | Primary taskset target group must be behind listener arn | The listeners point to different target groups",
        "HOOK_EXECUTION_FAILURE | A hook failed | A hook of the deployment failed"
    })
    void codeDeploysErrorsAreToldInPlainWords(String code, String message, String headline) {
        var why = deployment(new Failure(code, message), null);
        assertThat(why.headline()).isEqualTo(headline);
        assertThat(why.kind()).isEqualTo(Why.Kind.FAILED);
        assertThat(why.evidence()).anyMatch(each -> each.source().equals("CodeDeploy") && each.text().contains(message));
    }

    @Test
    void greenTasksThatFailTheirHealthCheckAreTheCauseOfATimeout() {
        scene.sets(
                set(Colour.BLUE, 100, 100, tasks(2, "RUNNING", "healthy")),
                set(Colour.GREEN, 0, 0, new TaskSnapshot("t1", "RUNNING", "unhealthy",
                        "Health checks failed with these codes: [404]", "Target.ResponseCodeMismatch", null)));
        var why = deployment(new Failure("TIMEOUT", "The deployment timed out."), null);
        assertThat(why.headline()).isEqualTo("The new tasks answer their health check wrongly");
        assertThat(why.cause().text()).contains("status 404");
        assertThat(why.failed()).isEqualTo(new Why.Failed("target of task t1", "Target.ResponseCodeMismatch"));
        assertThat(why.ruledOut()).containsExactly("The new tasks start and keep running", "The image could be pulled");
    }

    @Test
    void aTaskThatCannotPullItsImageIsTheCause() {
        scene.sets(set(Colour.GREEN, 0, 0)).stopped(new StoppedTask("ecs-svc/GREEN", "webapp:3", new TaskSnapshot(
                "t9", "STOPPED", "STOPPED", "", "", new Stop("TaskFailedToStart",
                        "CannotPullContainerError: failed to resolve ref 123456789012.dkr.ecr.us-east-1.amazonaws.com/a:v9: not found",
                        t(30), List.of()))));
        var why = deployment(new Failure("TIMEOUT", "The deployment timed out."), null);
        assertThat(why.headline()).isEqualTo("The task's image does not exist");
        assertThat(why.evidence().getFirst().source()).isEqualTo("ECS");
    }

    @Test
    void aTaskThatTheSchedulerStoppedOnPurposeIsNoEvidence() {
        scene.sets(set(Colour.GREEN, 0, 0)).stopped(new StoppedTask("ecs-svc/GREEN", "webapp:3", new TaskSnapshot(
                "t9", "STOPPED", "STOPPED", "", "", new Stop("ServiceSchedulerInitiated", "Scaling activity initiated by deployment",
                        t(30), List.of(new Exit("web", 137, ""))))));
        assertThat(deployment(new Failure("MANUAL_STOP", "stopped by a user"), null).evidence())
                .noneMatch(each -> each.source().equals("ECS"));
    }

    @Test
    void theFailedLifecycleEventIsNamedAndARollbackIsSaid() {
        scene.sets(set(Colour.GREEN, 0, 0));
        var why = deployment(new Failure("ALARM_ACTIVE", "An alarm"), "d-2");
        assertThat(why.kind()).isEqualTo(Why.Kind.ROLLED_BACK);
        assertThat(why.about()).isEqualTo(
                "Deploy failed in lifecycle event AllowTraffic with ALARM_ACTIVE. It was rolled back to what ran before");
        assertThat(why.failed().what()).isEqualTo("AllowTraffic");
    }

    @Test
    void anActionThatNeverMadeADeploymentHasThePipelinesWords() {
        scene.execution("e1", Status.FAILED, span(0, 9)).runs("Deploy", "e1", Status.FAILED, span(1, 9), null, new Failure(
                "ConfigurationError", "Exception while trying to read the task definition artifact file from the artifact: BuildArtifact."));
        assertThat(Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow().headline())
                .isEqualTo("The action cannot read a file of its artifact");
    }

    @Test
    void allAtOnceThatTookTheSiteDownIsATrapWhileItCanBeStoppedAndAfter() {
        scene.execution("e1", Status.IN_PROGRESS, span(0, null)).runs("Deploy", "e1", Status.IN_PROGRESS, span(1, null), "d-1")
                .deployment(deploys("ECSAllAtOnce", Status.IN_PROGRESS, span(1, null), waits(Wait.Kind.TERMINATION, 20, 5), null,
                        event("AllowTraffic", Status.SUCCEEDED, 10, 20)))
                .sets(set(Colour.BLUE, 0, 0, tasks(2, "RUNNING", "unused")), set(Colour.GREEN, 100, 100,
                        new TaskSnapshot("t1", "RUNNING", "unhealthy", "Request timed out", "Target.Timeout", null)));
        var why = Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow();
        assertThat(why.kind()).isEqualTo(Why.Kind.TRAP);
        assertThat(why.headline()).isEqualTo("All traffic went to tasks that are not healthy");
        assertThat(why.cause().field().found()).isEqualTo("CodeDeployDefault.ECSAllAtOnce");
        assertThat(why.next().getFirst().operation()).isEqualTo("StopDeployment");

        scene.execution("e1", Status.SUCCEEDED, span(0, 400)).runs("Deploy", "e1", Status.SUCCEEDED, span(1, 400), "d-1")
                .deployment(deploys("ECSAllAtOnce", Status.SUCCEEDED, span(1, 399), null, null,
                        event("AllowTraffic", Status.SUCCEEDED, 10, 20)));
        var after = Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow();
        assertThat(after.headline()).isEqualTo("The deployment succeeded, and the site is down");
        assertThat(after.next()).noneMatch(step -> step.operation().equals("StopDeployment"));
    }

    @Test
    void targetsThatAreStillBeingLookedAtAreNoTrap() {
        scene.execution("e1", Status.IN_PROGRESS, span(0, null)).runs("Deploy", "e1", Status.IN_PROGRESS, span(1, null), "d-1")
                .deployment(deploys("ECSAllAtOnce", Status.IN_PROGRESS, span(1, null), null, null,
                        event("AllowTraffic", Status.SUCCEEDED, 10, 20)))
                .sets(set(Colour.GREEN, 100, 100, tasks(2, "RUNNING", "initial")));
        assertThat(Diagnosis.of(scene.snapshot(), Log.EMPTY)).isEmpty();
    }

    @Test
    void aDeploymentThatIsItselfARollbackIsNoSuccess() {
        scene.execution("e1", Status.SUCCEEDED, span(0, 90)).runs("Deploy", "e1", Status.SUCCEEDED, span(1, 90), "d-2")
                .deployment(new DeploymentSnapshot("d-2", "App", "Group", "", Status.SUCCEEDED, span(1, 89), List.of(), null,
                        null, "d-1"));
        var why = Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow();
        assertThat(why.kind()).isEqualTo(Why.Kind.ROLLED_BACK);
        assertThat(why.headline()).isEqualTo("Rolled back, although the action says that it succeeded");
        assertThat(why.about()).contains("rollback of d-1");
    }

    @Test
    void aCircuitBreakerThatWentBackIsToldEvenWhereTheActionSucceeded() {
        var rolled = new Scene().stage("Deploy", "ECS").execution("e1", Status.SUCCEEDED, span(0, 90))
                .runs("Deploy", "e1", Status.SUCCEEDED, span(1, 90), "ecs-svc/2")
                .rolling(rolling("ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1."))
                .stopped(new StoppedTask("ecs-svc/2", "myweb:2", new TaskSnapshot("t9", "STOPPED", "STOPPED", "", "",
                        new Stop("EssentialContainerExited", "Essential container in task exited", t(30),
                                List.of(new Exit("web", 0, ""))))));
        var why = Diagnosis.of(rolled.snapshot(), Log.EMPTY).orElseThrow();
        assertThat(why.kind()).isEqualTo(Why.Kind.ROLLED_BACK);
        assertThat(why.headline()).isEqualTo("Rolled back, although the action says that it succeeded");
        assertThat(why.about()).contains("rolling back to deploymentId ecs-svc/1", "The container ends instead of serving");
        assertThat(why.failed()).isEqualTo(new Why.Failed("task t9", "exit code 0"));
    }

    @Test
    void aRollingActionThatFailedTellsTheCircuitBreaker() {
        var failed = new Scene().stage("Deploy", "ECS").execution("e1", Status.FAILED, span(0, 90))
                .runs("Deploy", "e1", Status.FAILED, span(1, 90), "ecs-svc/2", new Failure("JobFailed", "The deployment failed"))
                .rolling(rolling("ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1."));
        var why = Diagnosis.of(failed.snapshot(), Log.EMPTY).orElseThrow();
        assertThat(why.kind()).isEqualTo(Why.Kind.ROLLED_BACK);
        assertThat(why.cause()).as("no task tells why").isNull();
        assertThat(why.about()).startsWith("Deploy failed after 1 min 29 s with JobFailed. ECS deployment circuit breaker");
    }

    @Test
    void anAutomatedRollbackOfAStageIsToldAsOne() {
        scene.execution("e1", Status.FAILED, span(0, 9)).execution(new ExecutionSnapshot(
                "e2", Status.SUCCEEDED, "ROLLBACK", "AutomatedRollback", "e1", span(10, 20), List.of(), "e0", "", false));
        var why = Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow();
        assertThat(why.kind()).isEqualTo(Why.Kind.ROLLED_BACK);
        assertThat(why.about()).isEqualTo("Execution e2 goes back to what execution e0 deployed");
    }

    @Test
    void anApprovalThatWasRejectedGivesThePersonsReason() {
        var rejected = new Scene().stage("Approve", "Manual").execution("e1", Status.FAILED, span(0, 90)).runs(
                "Approve", "e1", Status.FAILED, span(1, 90), null, new Failure("JobFailed", "Rejected: not before Monday"));
        var why = Diagnosis.of(rejected.snapshot(), Log.EMPTY).orElseThrow();
        assertThat(why.headline()).isEqualTo("The release was rejected");
        assertThat(why.evidence().getFirst().text()).isEqualTo("Rejected: not before Monday");
    }

    @Test
    void aSourceThatFailsTellsBranchOrRole() {
        scene.execution("e1", Status.FAILED, span(0, 9)).runs("Source", "e1", Status.FAILED, span(1, 9), null, new Failure(
                "ConfigurationError", "No branch named main was found in the selected AWS CodeCommit repository MyRepo."));
        assertThat(Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow().headline()).isEqualTo("The branch does not exist");
        scene.runs("Source", "e1", Status.FAILED, span(1, 9), null, new Failure("PermissionError",
                "The service role or action role doesn't have the permissions required: arn:aws:sts::1:assumed-role/P/x is not "
                        + "authorized to perform: codecommit:GetBranch on resource: arn:aws:codecommit:us-east-1:1:MyRepo"));
        assertThat(Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow().headline())
                .isEqualTo("The role may not call codecommit:GetBranch");
    }

    @Test
    void aConditionThatWasNotMetIsToldByItsRule() {
        var stage = Scene.workshop().execution("e1", Status.FAILED, span(0, 9))
                .runs("Deploy", "e1", Status.SUCCEEDED, span(1, 9), "d-1").snapshot();
        var deploy = stage.pipeline().stages().getLast();
        var failed = new StageSnapshot(
                "Deploy", Status.FAILED, "e1", deploy.inbound(), List.of(), deploy.actions(),
                List.of(new Condition(Condition.When.ON_SUCCESS, Status.FAILED, "", t(9), List.of(
                        new Rule("Latency", Status.FAILED, "Alarm is in ALARM", t(9), null)))));
        var why = ConditionWhy.of(failed).orElseThrow();
        assertThat(why.headline()).isEqualTo("A condition for leaving stage Deploy was not met");
        assertThat(why.failed().what()).isEqualTo("rule Latency");
        assertThat(why.cause().text()).startsWith("The rule `Latency` was not passed. It says: Alarm is in ALARM. The actions of");
        assertThat(why.ruledOut()).containsExactly("The stage's actions succeeded");
    }

    private Why deployment(Failure error, String rolledBackBy) {
        var failed = new LifecycleEvent("AllowTraffic", Status.FAILED, span(20, 40), false, null);
        var events = rolledBackBy == null ? List.<LifecycleEvent>of() : List.of(failed);
        scene.execution("e1", Status.FAILED, span(0, 60))
                .runs("Deploy", "e1", Status.FAILED, span(5, 60), "d-1", new Failure("JobFailed", error.message()))
                .deployment(new DeploymentSnapshot(
                        "d-1", "App", "Group", "CodeDeployDefault.ECSCanary10Percent5Minutes", Status.FAILED, span(6, 59), events, null,
                        error, null, rolledBackBy, "user", "", List.of(new DeploymentSnapshot.Target(
                                "c:s", "ECSTarget", "", Status.FAILED, events))));
        return Diagnosis.of(scene.snapshot(), Log.EMPTY).orElseThrow();
    }

    private static RollingSnapshot rolling(String reason) {
        return new RollingSnapshot("c", "s", 2, 2, 0, 100, 200, true, true, List.of(
                new Deployment("ecs-svc/3", "PRIMARY", Status.IN_PROGRESS, reason, "myweb:1", "v1", 2, 2, 0, 0, t(40), t(50),
                        List.of()),
                new Deployment("ecs-svc/2", "ACTIVE", Status.FAILED, "ECS deployment circuit breaker: tasks failed to start.", "myweb:2",
                        "v2", 2, 0, 0, 3, t(5), t(39), List.of())));
    }
}
