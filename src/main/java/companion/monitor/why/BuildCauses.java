package companion.monitor.why;

import java.util.List;

/** Causes of failed builds, by what the log and the phases say (facts, sections 4.2 and 7). The more telling come first. */
final class BuildCauses {
    static final List<Known> ALL = List.of(
            Known.when("toomanyrequests|reached your (?:unauthenticated )?pull rate limit", _ -> Finding.of(
                    "Docker Hub refuses more pulls",
                    "Docker Hub allows few pulls without a login, counted by IP address, and builds share theirs with "
                            + "others. A later retry may pass.",
                    Finding.step("Take the base image from Amazon ECR Public: `public.ecr.aws/docker/library/…`"),
                    Finding.step("Or log in to Docker Hub before the build, with a secret"))),
            Known.when("no basic auth credentials|authorization token has expired", _ -> Finding.of(
                    "The build is not logged in to the registry",
                    "The push or pull went to ECR without a login, or with one for another registry or region. A login lasts "
                            + "12 hours.",
                    Finding.step("Log in first: `aws ecr get-login-password | docker login --username AWS --password-stdin` "
                            + "with the registry's address"))),
            Known.when("Invalid choice:? '?get-login|argument operation: .*get-login|get-login.{0,40}(?:Invalid|not found)",
                    _ -> Finding.of(
                            "`aws ecr get-login` is gone",
                            "Version 2 of the AWS CLI has no `get-login`.",
                            Finding.step("Use `aws ecr get-login-password | docker login --username AWS --password-stdin "
                                    + "REGISTRY`"))),
            Known.when("name unknown: The repository|repository (?:with name )?'?(\\S+?)'? (?:does not exist|not found)",
                    _ -> Finding.of(
                            "The image's repository does not exist",
                            "The tag names an ECR repository that does not exist in this account and region.",
                            Finding.step("Correct the repository's address in the buildspec"),
                            Finding.step("Or create the repository", "CreateRepository"))),
            Known.when("manifest (?:for (\\S+) )?(?:unknown|not found)|[\\w.-]+:[\\w.-]+: not found|failed to resolve source metadata",
                    _ -> Finding.of(
                            "The base image cannot be found",
                            "The image that the Dockerfile's `FROM` names has no such tag, or may not be pulled.",
                            Finding.step("Correct the FROM line of the Dockerfile"))),
            Known.when("Bad substitution", _ -> Finding.of(
                    "The shell does not know this substitution",
                    "`${VAR:0:8}` is Bash's. On Ubuntu images the buildspec's shell is `sh`, which is dash.",
                    Finding.step("Add `env: shell: bash` to the buildspec"))),
            Known.when("failed to read dockerfile|unable to evaluate symlinks in Dockerfile path|Dockerfile: no such file",
                    _ -> Finding.of(
                            "There is no Dockerfile where it is looked for",
                            "`docker build` looks for a file `Dockerfile` in the folder that it is given. Its name begins with a "
                                    + "capital letter.",
                            Finding.step("Put the Dockerfile there, or name it with `-f`"))),
            Known.when("no matching artifact paths? found|no matching base directory path found", _ -> Finding.of(
                    "The artifacts are not there",
                    "The buildspec's `artifacts: files:` names files that the build did not make, or made elsewhere: paths begin "
                            + "at the root of the source.",
                    Finding.step("Correct the paths, or the command that makes the files"))),
            Known.when("No space left on device", _ -> Finding.of(
                    "The build's disk is full",
                    "The images and files of the build need more space than its compute type has.",
                    Finding.step("Choose a larger compute type", "UpdateProject"))),
            Known.when("does not have internet connectivity|dial tcp .*i/o timeout|connection timed out", _ -> Finding.of(
                    "The build has no way to the internet",
                    "In a VPC a build needs private subnets whose route goes to a NAT gateway. Its network interfaces get no "
                            + "public address, so public subnets do not work.",
                    Finding.step("Use private subnets with a NAT gateway, or no VPC at all", "UpdateProject"))),
            Known.when("VPC_CLIENT_ERROR", _ -> Finding.of(
                    "CodeBuild cannot work in the VPC",
                    "The build's role lacks the EC2 permissions that a build in a VPC needs, or the VPC, subnets and security "
                            + "groups do not belong together.",
                    Finding.step("Allow ec2:CreateNetworkInterface and its kin in the build's role", "PutRolePolicy"))),
            Known.when("Cannot have more than (\\d+) (?:active )?builds in queue", match -> Finding.of(
                    "The account may not run more builds",
                    "The account's quota is " + match.group(1) + " builds at a time. New accounts often begin with none.",
                    Finding.step("Ask AWS for a higher quota of concurrent builds", "RequestServiceQuotaIncrease"))),
            Known.when("BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE|Unable to pull customer's container image", _ -> Finding.of(
                    "The build's own image cannot be pulled",
                    "The project's environment names an image that does not exist, or that its role may not pull.",
                    Finding.step("Choose an image that exists", "UpdateProject"))),
            Known.when("Parameter store|ParameterNotFound|Secrets Manager can't find|ResourceNotFoundException.*secret",
                    _ -> Finding.of(
                            "A parameter or secret of the build cannot be read",
                            "The buildspec or the project names a parameter or secret that does not exist, or that the build's "
                                    + "role may not read.",
                            Finding.step("Correct the name, or allow ssm:GetParameters or secretsmanager:GetSecretValue",
                                    "PutRolePolicy"))));

    private BuildCauses() {}
}
