package companion.monitor.why;

import java.util.List;
import java.util.Optional;

/** Why tasks do not start, do not keep running, or are not healthy (facts, sections 4.3 and 4.4). The more telling come first. */
final class TaskCauses {
    static final List<Known> STOPPED = List.of(
            Known.when("toomanyrequests|pull rate limit", _ -> Finding.of(
                    "Docker Hub refuses more pulls",
                    "The task's image comes from Docker Hub, which allows few pulls without a login.",
                    Finding.step("Take the image from ECR"))),
            Known.when("CannotPullContainerError[^\\n]*(?:not found|manifest unknown|does not exist)", _ -> Finding.of(
                    "The task's image does not exist",
                    "The task definition names a tag or digest that the repository does not have.",
                    Finding.step("Push the image under the tag that the task definition names"),
                    Finding.step("Or correct the image in taskdef.json or imagedefinitions.json"))),
            Known.when("CannotPullContainerError[^\\n]*(?:denied|not authorized|403)", _ -> Finding.of(
                    "The task may not pull its image",
                    "The task's execution role lacks the permission to pull from ECR.",
                    Finding.step("Attach AmazonECSTaskExecutionRolePolicy to the execution role", "AttachRolePolicy"))),
            Known.when("CannotPullContainerError|ResourceInitializationError[^\\n]*ecr", _ -> Finding.of(
                    "The task cannot pull its image",
                    "ECS could not reach the registry or did not find the image. A task in a subnet without a way to the internet "
                            + "needs a public address, a NAT gateway, or VPC endpoints.",
                    Finding.step("Check the image's name, and the way from the task's subnets to ECR"))),
            Known.when("ResourceInitializationError[^\\n]*(?:secret|ssm|parameter)", _ -> Finding.of(
                    "The task cannot read a secret",
                    "The task definition names a secret or parameter that does not exist, or that the execution role may not read.",
                    Finding.step("Correct its name, or allow the execution role to read it", "PutRolePolicy"))),
            Known.when("exec format error", _ -> Finding.of(
                    "The image is for another processor",
                    "The image was built for another architecture than the task runs on, for example arm64 for x86.",
                    Finding.step("Build the image with `--platform linux/amd64`"))),
            Known.when("OutOfMemory|exit code:? 137|status 137", _ -> Finding.of(
                    "The container ran out of memory",
                    "It used more memory than the task definition gives it, and was killed.",
                    Finding.step("Give the task more memory, or find what needs it"))),
            Known.when("Essential container in task exited|EssentialContainerExited", _ -> Finding.of(
                    "The container ends instead of serving",
                    "An essential container of the task exited by itself, so ECS stops the task. Either its program failed, or it "
                            + "is none that stays: a container needs a foreground process.",
                    Finding.step("Look at the container's own log for its last words"),
                    Finding.step("Check the image's CMD or ENTRYPOINT"))));

    private static final List<Known> UNHEALTHY = List.of(
            Known.when("(?:ResponseCodeMismatch[^\\n]*)?failed with these codes: \\[(\\d+)|ResponseCodeMismatch", match -> Finding.of(
                    "The new tasks answer their health check wrongly",
                    "The load balancer asks the health check's path and gets "
                            + (match.group(1) == null ? "a status" : "status " + match.group(1))
                            + " that its matcher does not accept. The path does not exist in this version, or it fails.",
                    Finding.step("Make the version answer the health check's path with 200"),
                    Finding.step("Or set the target group's path to one that exists", "ModifyTargetGroup"))),
            Known.when("Target\\.Timeout|timed out", _ -> Finding.of(
                    "The new tasks do not answer their health check in time",
                    "The load balancer's request gets no answer: nothing listens on the container's port, it starts too slowly, "
                            + "or a security group lets nothing through.",
                    Finding.step("Check that the container listens on the port that the task definition names"),
                    Finding.step("Check that its security group lets the load balancer in"))),
            Known.when("FailedHealthChecks|Health checks failed|is unhealthy in|unhealthy", _ -> Finding.of(
                    "The new tasks fail their health check",
                    "The load balancer's health checks of the new tasks fail, so they are never fit to serve.",
                    Finding.step("Ask the health check's path of a task yourself"),
                    Finding.step("Check port, path and matcher of the target group", "DescribeTargetGroups"))));

    private TaskCauses() {}

    static Optional<Finding> stopped(String text) {
        return Known.first(STOPPED, text);
    }

    static Optional<Finding> unhealthy(String text) {
        return Known.first(UNHEALTHY, text);
    }
}
