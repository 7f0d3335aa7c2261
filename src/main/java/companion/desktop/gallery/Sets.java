package companion.desktop.gallery;

import companion.aws.TracedCall;
import companion.desktop.context.Connection;
import companion.workshop.Check;
import companion.workshop.Problem;
import companion.workshop.StageStatus;
import companion.workshop.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States of things to take pictures of. */
final class Sets {
    private static final Problem BUCKET_EXISTS = new Problem(
            "CLOUDFORMATION_RESOURCE_FAILED",
            "The stack `DevopsWorkshop-roles` was rolled back: the bucket already exists.",
            "Bucket names are shared by all accounts of AWS. A bucket that an earlier run left behind has this name.",
            "Delete the bucket, or choose another name, then retry. What was created was removed by the rollback.",
            "AlreadyExists: cicd-workshop-us-east-1-123456789012, request 7d1f");

    private static final Problem CANNOT_ASSUME = new Problem(
            "CODEPIPELINE_ROLE_NOT_READY",
            "CodePipeline can’t assume the new role yet.",
            "IAM takes a few seconds until a new role is known everywhere. Six attempts were made in 40 seconds.",
            "Wait a moment, then retry. If it fails again, look at the trust policy of `DevopsWorkshop-PipelineRole`.",
            "InvalidStructureException: CodePipeline is not authorized to perform AssumeRole on role"
                    + " arn:aws:iam::123456789012:role/DevopsWorkshop-PipelineRole, request 51c0");

    private Sets() {}

    private static ScriptedSession upTo(String... stages) {
        var session = new ScriptedSession(false);
        for (var stage : stages) {
            session.runStage(stage);
            session.finish();
        }
        return session;
    }

    static ScriptedContext start() {
        return ScriptedContext.practice(new ScriptedSession(false));
    }

    /** The stage Repository runs; Roles failed in an earlier run. */
    static ScriptedContext running() {
        var session = upTo("identity", "set-up-stack");
        var failed = new StepStatus.Failed(BUCKET_EXISTS, Duration.ofSeconds(24));
        session.leave("roles", "stack", failed, StageStatus.FAILED);
        var context = ScriptedContext.practice(session);
        session.runStage("repository");
        session.advance();
        session.advance();
        session.advance();
        calls(context);
        context.setTime(ScriptedWorkshop.at("12:03:20.800"));
        context.onceShown(() -> context.setTime(ScriptedWorkshop.at("12:03:24")));
        return context;
    }

    private static void calls(ScriptedContext context) {
        tell(context, 1, "12:02:50", "STS", "GetCallerIdentity", 200, 0.12, null, "123456789012");
        tell(context, 2, "12:02:50", "EC2", "DescribeAvailabilityZones", 200, 0.08, null, "us-east-1, 6 zones");
        tell(context, 3, "12:02:50", "ECR", "CreateRepository", 200, 0.22, null, "devops-workshop-app");
        tell(context, 4, "12:02:51", "CloudFormation", "CreateStack", 200, 0.31, null, "devops-cluster");
        tell(context, 5, "12:02:51", "CloudFormation", "DescribeStackEvents", 200, 0.05, "CREATE_FAILED",
                "S3Bucket: the bucket already exists");
        context.tell(new TracedCall(6, ScriptedWorkshop.at("12:03:19"), "CodeCommit", "GetRepository", 400,
                Duration.ofMillis(30), "RepositoryDoesNotExistException", true, "", "aws codecommit get-repository"));
        tell(context, 7, "12:03:19", "CodeCommit", "CreateRepository", 200, 0.41, null, "MyRepo");
        tell(context, 8, "12:03:19", "Git", "clone", 0, 1.12, null,
                "warning: You appear to have cloned an empty repository.");
        tell(context, 9, "12:03:20", "Local", "copy", 0, 0.03, null, "index.html, AWS_logo.png");
        context.tell(new TracedCall(10, ScriptedWorkshop.at("12:03:24"), "Git", "push", 0, null, null, false,
                "Writing objects: 100% (4/4), 38.20 KiB", "git push"));
    }

    private static void tell(
            ScriptedContext context, long number, String time, String service, String operation, int status,
            double took, @Nullable String error, String summary) {
        Instant at = ScriptedWorkshop.at(time);
        context.tell(new TracedCall(
                number, at, service, operation, status, Duration.ofMillis(Math.round(took * 1000)), error, false,
                summary, service + " " + operation));
    }

    static ScriptedContext stageDone() {
        var context = ScriptedContext.practice(upTo("identity", "set-up-stack", "repository"));
        calls(context);
        return context;
    }

    static ScriptedContext failed() {
        var session = upTo("identity", "set-up-stack", "repository", "roles", "specs", "deployment-group");
        session.runStage("pipeline");
        session.advance();
        session.advance();
        session.fail(CANNOT_ASSUME);
        var context = ScriptedContext.practice(session);
        calls(context);
        return context;
    }

    static ScriptedContext differs() {
        var session = upTo("identity", "set-up-stack", "repository", "roles", "specs");
        session.runStage("deployment-group");
        session.advance();
        session.differ(new Check.Differs(
                "The deployment group devops-workshop-dg is not as this workshop needs it",
                List.of(
                        new Check.Difference("terminationWaitTimeInMinutes", "5", "60"),
                        new Check.Difference("deploymentConfigName", "CodeDeployDefault.ECSAllAtOnce",
                                "CodeDeployDefault.ECSCanary10Percent5Minutes")),
                true));
        return ScriptedContext.real(session);
    }

    static ScriptedContext finished() {
        return ScriptedContext.real(everything());
    }

    /** Everything of the workshop was run in a practice cloud. */
    static ScriptedContext released() {
        return ScriptedContext.practice(everything());
    }

    /** Somebody looks on with a profile that may not change anything. */
    static ScriptedContext readOnly() {
        return new ScriptedContext(
                everything(),
                new Connection(Connection.Kind.REAL_READ_ONLY, "AWS, profile audit", "us-east-1", "441712342209"));
    }

    /** The same in a real account that can be written. */
    static ScriptedContext everythingReal() {
        return ScriptedContext.real(everything());
    }

    private static ScriptedSession everything() {
        return upTo(
                "identity", "set-up-stack", "repository", "roles", "specs", "deployment-group", "pipeline", "release-v2");
    }

    static ScriptedContext removing() {
        var context = finished();
        context.setTime(ScriptedWorkshop.at("12:36:41"));
        context.onceShown(() -> context.scripted().remove(9));
        return context;
    }

    static ScriptedContext heldUp() {
        var context = finished();
        context.setTime(ScriptedWorkshop.at("12:36:41"));
        var problem = new Problem(
                "CLOUDFORMATION_DELETE_FAILED",
                "The stack `devops-cluster` could not be deleted: the NAT gateway is in use.",
                "A route that somebody added by hand points at it.",
                "Remove the route from rtb-05d2, then go on.",
                "DependencyViolation, request 11ab");
        context.onceShown(() -> {
            context.scripted().remove(9);
            context.scripted().holdUp("NAT gateway nat-0c71e5a9d2", "route table rtb-05d2", problem);
        });
        return context;
    }

    static ScriptedContext removed() {
        var context = finished();
        context.setTime(ScriptedWorkshop.at("12:41:07"));
        context.onceShown(() -> {
            context.scripted().remove(99);
            context.scripted().prove();
        });
        return context;
    }
}
