package companion.monitor.why;

import java.util.List;
import java.util.regex.MatchResult;

/** Roles that may not be assumed, and calls that a role may not make. */
final class RoleCauses {
    static final List<Known> ALL = List.of(
            Known.when(
                    "not authorized to perform:? sts:AssumeRole|not authorized to perform AssumeRole on role (\\S+)|"
                            + "cannot assume (?:the )?role|Unable to assume the service linked role",
                    RoleCauses::assume),
            Known.when(
                    "(arn:aws\\S+) is not authorized to perform:? ([a-z0-9-]+:\\w+)(?: on resource:? (\\S+))?",
                    RoleCauses::denied),
            Known.when("not authorized to perform:? ([a-z0-9-]+:\\w+)", match -> denied("The role", match.group(1), "")),
            Known.when(
                    "AccessDenied(?:Exception)?\\)? when calling the (\\w+) operation", match -> denied("The role", match.group(1), "")),
            Known.when("IAM_ROLE_MISSING|service role cannot be accessed", _ -> Finding.of(
                    "CodeDeploy cannot use its service role",
                    "The deployment group names a service role that does not exist, or that does not trust "
                            + "`codedeploy.amazonaws.com`.",
                    Finding.step("Give the deployment group a role that exists and trusts codedeploy.amazonaws.com",
                            "UpdateDeploymentGroup"))),
            Known.when("IAM_ROLE_PERMISSIONS|service role does not have the correct permissions", _ -> Finding.of(
                    "CodeDeploy's service role lacks permissions",
                    "For a blue/green deployment to ECS the role needs the managed policy `AWSCodeDeployRoleForECS`, and "
                            + "`iam:PassRole` for the task's roles.",
                    Finding.step("Attach AWSCodeDeployRoleForECS to the role", "AttachRolePolicy"))),
            Known.when("AccessDenied|access denied|UnauthorizedOperation", _ -> Finding.of(
                    "A call was denied",
                    "The role that the action runs with may not make a call that it needs.",
                    Finding.step("Allow the call that the log names in the role's policy", "PutRolePolicy"))));

    private RoleCauses() {}

    private static Finding assume(MatchResult match) {
        var role = match.groupCount() > 0 && match.group(1) != null ? " `" + match.group(1) + "`" : "";
        return Finding.of(
                "The service may not assume its role",
                "The role" + role + " does not exist, or its trust policy does not name the service. A role that was "
                        + "created less than a minute ago may only not have reached every part of IAM yet.",
                Finding.step("Check that the role exists and trusts the service", "GetRole"),
                Finding.step("Name the service in its trust policy", "UpdateAssumeRolePolicy"));
    }

    private static Finding denied(MatchResult match) {
        var arn = match.group(1);
        var resource = match.group(3) == null ? "" : match.group(3).replaceAll("[.,]+$", "");
        return denied("`" + arn.substring(arn.indexOf('/') + 1) + "`", match.group(2), resource);
    }

    private static Finding denied(String who, String action, String resource) {
        return Finding.of(
                "The role may not call " + action,
                who + " is not allowed to perform `" + action + "`" + (resource.isEmpty() ? "" : " on `" + resource + "`")
                        + ". No policy of the role allows it, or one denies it.",
                Finding.step("Allow " + action + " in the role's policy", "PutRolePolicy"));
    }
}
