package companion.monitor.why;

import java.util.List;

/** What CodeDeploy's error codes and texts say of a deployment (facts, section 4.3). */
final class DeployCauses {
    static final List<Known> ALL = List.of(
            Known.when("ALARM_ACTIVE|One or more alarms have been activated", _ -> Finding.of(
                    "An alarm stopped the deployment",
                    "A CloudWatch alarm of the deployment group went into ALARM while the deployment ran.",
                    Finding.step("Look at what the alarm measures", "DescribeAlarms"))),
            Known.when("MANUAL_STOP|stopped by a user|was stopped by user", _ -> Finding.of(
                    "Somebody stopped the deployment",
                    "The deployment was stopped on request. What ran before still runs.")),
            Known.when("waiting for a notification to continue", _ -> Finding.of(
                    "Nobody let the deployment go on",
                    "The deployment waited before moving traffic, and its wait ran out.",
                    Finding.step("Retry, and end the wait when the new version looks right", "ContinueDeployment"))),
            Known.when("HOOK_EXECUTION_FAILURE|ScriptMissing|ScriptFailed|lifecycle hook", _ -> Finding.of(
                    "A hook of the deployment failed",
                    "The AppSpec names a function or script for a lifecycle event, and it failed, did not answer, or does not "
                            + "exist.",
                    Finding.step("Look at the log of the hook's function or script"))),
            Known.when("Primary taskset target group must be behind listener", _ -> Finding.of(
                    "The listeners point to different target groups",
                    "The production and the test listener must both forward to the target group of the running task set. One "
                            + "still forwards to the other group since an earlier deployment.",
                    Finding.step("Point the test listener to the running target group", "ModifyListener"))),
            Known.when("INVALID_ECS_SERVICE", _ -> Finding.of(
                    "The service cannot be deployed to",
                    "The service does not exist, is not active, or has no primary task set.",
                    Finding.step("Check the service that the deployment group names", "DescribeServices"))),
            Known.when("ECS_UPDATE_ERROR", _ -> Finding.of(
                    "ECS refused the new task set",
                    "CodeDeploy asked ECS for the new task set, and ECS refused; its words are below.",
                    Finding.step("Correct the task definition or the service as ECS's words say"))),
            Known.when("ELASTIC_LOAD_BALANCING_INVALID", _ -> Finding.of(
                    "The load balancer is not set up as the deployment group says",
                    "A listener or a target group of the deployment group is missing, or forwards elsewhere.",
                    Finding.step("Check listeners and target groups of the deployment group", "UpdateDeploymentGroup"))),
            Known.when("INVALID_REVISION", _ -> Finding.of(
                    "The AppSpec cannot be used",
                    "The AppSpec names no task definition, no container or port of it, or is no valid YAML.",
                    Finding.step("Correct appspec.yaml and push it"))),
            Known.when("HEALTH_CONSTRAINTS", _ -> Finding.of(
                    "Too few instances stayed healthy",
                    "More instances failed than the deployment configuration allows. The first instance that failed tells why.",
                    Finding.step("Look at the first instance that failed"))),
            Known.when("THROTTLED|Rate exceeded", _ -> Finding.of(
                    "AWS throttled the deployment", "The account made more calls than AWS allows at that moment.")));

    private DeployCauses() {}
}
