package companion.desktop.gallery;

import companion.monitor.act.Act;
import companion.monitor.act.Act.Kind;
import companion.monitor.act.Steering;
import companion.monitor.remedy.PrivilegedMode;
import companion.monitor.remedy.Remedies;
import companion.monitor.snapshot.BuildSnapshot.Buildspec.Revision;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.why.Why;
import companion.monitor.why.Why.Remedy.DeploymentConfiguration;
import java.util.List;
import java.util.Optional;

/** Why releases failed, for pictures and tests. */
public final class Whys {
    private static final String AGENT = "[Container] 2026/03/02 12:01:57.123456 ";

    private Whys() {}

    /** A build without a Docker daemon. */
    public static Why noDocker() {
        return new Why(
                Why.Kind.FAILED,
                "The build container has no Docker daemon",
                "Build failed in phase BUILD after 2 s with COMMAND_EXECUTION_ERROR",
                new Why.Failed("docker build -t $REPOSITORY_URI:latest .", "exit status 1", new Why.Source(
                        "buildspec.yaml", 16, new Revision("MyRepo", "4f2a91c"))),
                List.of(
                        line(74, AGENT + "Running command echo Building the Docker image...", false),
                        line(75, "Building the Docker image...", false),
                        line(76, AGENT + "Running command docker build -t $REPOSITORY_URI:latest .", false),
                        line(77, "ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock."
                                + " Is the docker daemon running?", true),
                        line(78, AGENT + "Command did not exit successfully docker build -t $REPOSITORY_URI:latest ."
                                + " exit status 1", true),
                        line(79, AGENT + "Phase complete: BUILD State: FAILED", false),
                        line(80, AGENT + "Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing"
                                + " command: docker build -t $REPOSITORY_URI:latest .. Reason: exit status 1", false)),
                new Why.Cause(
                        "The project **MyFirstBuild** runs without privileged mode. CodeBuild starts a Docker daemon only in a"
                                + " privileged container, so every `docker` command fails.",
                        new Why.Field("environment.privilegedMode", "true", "false")),
                List.of(
                        new Why.Step("Turn on privileged mode", "UpdateProject"),
                        new Why.Step("Retry the failed action of stage Build, same commit", "RetryStageExecution")),
                List.of(new Why.Evidence(
                        "CodeBuild", ScriptedWorkshop.at("12:01:58"),
                        "COMMAND_EXECUTION_ERROR: Error while executing command: docker build -t $REPOSITORY_URI:latest .."
                                + " Reason: exit status 1")),
                List.of("The role may push to the ECR repository", "buildspec.yaml has no errors",
                        "The subnets reach the internet"));
    }

    /** A failure of which nothing but AWS's words is known. */
    static Why unknown() {
        return new Why(
                Why.Kind.FAILED, "Build failed", "CodeBuild, MyFirstBuild failed after 0:51 with JobFailed", null, List.of(), null,
                List.of(new Why.Step("Retry the failed action of stage Build, same commit", "RetryStageExecution")),
                List.of(
                        new Why.Evidence("CodeBuild", ScriptedWorkshop.at("12:01:57"), "CLIENT_ERROR: Internal Service Error"),
                        new Why.Evidence(
                                "CodePipeline", ScriptedWorkshop.at("12:01:58"),
                                "Build terminated with state: FAILED")),
                List.of());
    }

    /** Green's tasks were not healthy, so CodeDeploy went back, and yet the action says succeeded. */
    static Why rolledBack() {
        return new Why(
                Why.Kind.ROLLED_BACK,
                "Rolled back, although the action says Succeeded",
                "Deployment d-7K2M4QX9B was stopped in AllowTraffic; d-9QX4ROLL1 took the traffic back to Blue with ALARM_ACTIVE",
                new Why.Failed("Target 10.0.0.41:80 in ecs-devops-webapp-TG-tmp", "Target.ResponseCodeMismatch"),
                List.of(),
                new Why.Cause(
                        "The health check of `ecs-devops-webapp-TG-tmp` asks for `/` and got 404: the new image serves its"
                                + " page under another path.",
                        new Why.Field("healthCheck.path", "/app/", "/")),
                List.of(
                        new Why.Step("Serve the page at the path that the health check asks for, and push it", ""),
                        new Why.Step("Start a new execution", "StartPipelineExecution")),
                List.of(
                        new Why.Evidence("Elastic Load Balancing", ScriptedWorkshop.at("12:04:12"),
                                "Health checks failed with these codes: [404]"),
                        new Why.Evidence("ECS", ScriptedWorkshop.at("12:04:20"),
                                "(service devops-cluster-Service-Tq3x, taskSet ecs-svc/3) is unhealthy in (target-group"
                                        + " ecs-devops-webapp-TG-tmp) due to (reason Health checks failed with these codes: [404])."),
                        new Why.Evidence("CodeDeploy", ScriptedWorkshop.at("12:04:45"),
                                "The deployment was stopped and rolled back to d-3M9QL0T7A."),
                        new Why.Evidence("CodePipeline", ScriptedWorkshop.at("12:04:52"), "Deployment succeeded")),
                List.of("The tasks started", "The image exists"));
    }

    /** It came through, but nobody had looked whether Green was healthy before the traffic moved. */
    static Why trap() {
        return new Why(
                Why.Kind.TRAP,
                "All traffic moved before anybody knew whether Green was healthy",
                "CodeDeployDefault.ECSAllAtOnce moved the listener at 12:03:24; the first health check passed at 12:03:44",
                null, List.of(),
                new Why.Cause(
                        "With **all at once**, Green’s target group is behind no listener until the traffic moves, so the load"
                                + " balancer looks at its health only afterwards. A broken image would have been served to everybody.",
                        new Why.Field(
                                "deploymentConfigName", "CodeDeployDefault.ECSCanary10Percent5Minutes",
                                "CodeDeployDefault.ECSAllAtOnce")),
                List.of(new Why.Step("Shift a tenth first: use a canary configuration", "UpdateDeploymentGroup")),
                List.of(), List.of("No visitor got an error this time"));
    }

    /** What mends the build without a Docker daemon, and the trap of moving all traffic at once. */
    static Optional<Act> remedy(Why why, ReleaseSnapshot release) {
        if (why.kind() == Why.Kind.TRAP) {
            return Optional.of(Remedies.deploy(new DeploymentConfiguration(
                    "devops-workshop-MyWebApp", "devops-workshop-dg", "CodeDeployDefault.ECSCanary10Percent5Minutes")));
        }
        return why.equals(noDocker())
                ? Steering.acts(release).stream()
                        .filter(act -> act.kind() == Kind.RETRY_STAGE)
                        .findFirst()
                        .map(retry -> PrivilegedMode.ofUsualProject("MyFirstBuild", retry))
                : Optional.empty();
    }

    private static Why.LogLine line(int number, String text, boolean failed) {
        return new Why.LogLine(number, ScriptedWorkshop.at(number < 78 ? "12:01:57" : "12:01:58"), text, failed);
    }
}
