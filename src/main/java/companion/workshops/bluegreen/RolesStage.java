package companion.workshops.bluegreen;

import companion.workshop.Guide;
import companion.workshop.Guide.Correction;
import companion.workshop.Guide.Question;
import companion.workshop.Guide.Term;
import companion.workshop.Resource;
import companion.workshop.Stage;
import companion.workshops.shared.AwsStep.Title;
import companion.workshops.shared.Site;
import companion.workshops.shared.StackOutputs;
import companion.workshops.shared.StackStep;
import companion.workshops.shared.WorkshopFiles;
import companion.workshops.shared.WorkshopStage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The roles with which the services act for the learner. */
final class RolesStage {
    private RolesStage() {}

    static Stage of(Site site, WorkshopFiles files) {
        return new WorkshopStage(
                "roles",
                "Roles",
                "Creates the stack `DevopsWorkshop-roles` with four roles: one each for CodeBuild, CodeDeploy,"
                        + " CodePipeline and the event rule. Each may do what its work needs, on the workshop's own"
                        + " resources.",
                guide(),
                List.of(),
                Duration.ofMinutes(1),
                values -> {
                    var names = new Names(site, values);
                    return List.of(new StackStep(
                            site,
                            new Title(
                                    "stack", "Create the stack DevopsWorkshop-roles", "CloudFormation", "CreateStack"),
                            Names.ROLES_STACK,
                            files.template("devops-workshop-roles.yaml"),
                            parameters(names, StackOutputs.unknown()),
                            () -> parameters(names, StackOutputs.read(site.connection(), Names.CLUSTER_STACK)),
                            List.of(
                                    Resource.free(
                                            "CloudFormation stack",
                                            Names.ROLES_STACK,
                                            Names.STORES_GROUP,
                                            "DeleteStack"),
                                    Resource.free(
                                            "IAM roles",
                                            "4 roles, " + Names.ROLES_STACK,
                                            Names.STORES_GROUP,
                                            "DeleteStack"))));
                });
    }

    private static Map<String, String> parameters(Names names, StackOutputs cluster) {
        var parameters = new HashMap<>(Map.of(
                "RepositoryName", names.repository(),
                "ImageRepositoryName", Names.IMAGES,
                "ArtifactBucketName", names.bucket(),
                "ProjectName", Names.PROJECT,
                "LogGroupName", Names.LOG_GROUP,
                "ApplicationName", Names.APPLICATION,
                "DeploymentGroupName", Names.DEPLOYMENT_GROUP,
                "PipelineName", Names.PIPELINE));
        for (var output : List.of("PrivateSubnetOne", "PrivateSubnetTwo", "TaskRoleArn", "ExecutionRoleArn")) {
            parameters.put(output, cluster.get(output));
        }
        return parameters;
    }

    private static Guide guide() {
        return new Guide(
                "Why four roles and not one",
                """
                No service acts in your account on its own: it takes on a role, and a role says two things. Its \
                trust policy says who may take it on; its permissions say what they may then do. A build that is \
                broken into can push a bad image, but it cannot change the load balancer, because that is another \
                role's work.

                A new role is not known everywhere at once. The calls that use it are tried again for a while if \
                AWS says that it cannot be assumed yet.
                """,
                List.of(
                        new Term("Trust policy", "Who may assume a role: `codebuild.amazonaws.com`, for example."),
                        new Term(
                                "iam:PassRole",
                                "The permission to hand a role to something you start. Whoever registers a "
                                        + "task definition has to be allowed to give the tasks their roles."),
                        new Term(
                                "Capability",
                                "Your word to CloudFormation that you know a template makes roles: "
                                        + "`CAPABILITY_IAM`.")),
                List.of(
                        new Correction(
                                "`create-stack --template-body https://…`",
                                "The template comes with the application and is sent as text.",
                                "The AWS CLI 2 no longer fetches addresses for a parameter, and the address is gone."),
                        new Correction(
                                "CodeDeploy's role has the policy `AWSCodeDeployRole`.",
                                "It has `AWSCodeDeployRoleForECS` and may pass the tasks' roles.",
                                "The other policy is for EC2 instances; a deployment to ECS is refused with it."),
                        new Correction(
                                "The build role has no permissions for a VPC.",
                                "It may make network interfaces, and hand them to CodeBuild in the two private"
                                        + " subnets.",
                                "The console adds them silently in the old text. Made through the API, the build would"
                                        + " fail with VPC_CLIENT_ERROR."),
                        new Correction(
                                "The pipeline role may do everything with S3, ECS, ECR, Lambda and SNS.",
                                "It has the calls of its three actions, `ecs:RegisterTaskDefinition` and "
                                        + "`codedeploy:GetApplication` among them.",
                                "Those two were missing behind the stars, and the rest was never used."),
                        new Correction(
                                "A role for Lambda and a bucket that stays after the stack is deleted.",
                                "Neither is in this stack; the bucket is made in the stage Pipeline and removed at the"
                                        + " end.",
                                "No stage uses the Lambda role, and the kept bucket made every second run fail.")),
                new Question(
                        "Your build role trusts `codepipeline.amazonaws.com`. What does CreateProject answer?",
                        List.of(
                                "It creates the project",
                                "CodeBuild is not authorized to perform sts:AssumeRole",
                                "AccessDenied for you"),
                        1,
                        "It is CodeBuild that takes on the role, even when a pipeline starts the build."));
    }
}
