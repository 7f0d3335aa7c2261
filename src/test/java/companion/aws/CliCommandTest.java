package companion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.codebuild.model.CreateProjectRequest;
import software.amazon.awssdk.services.codecommit.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.codedeploy.model.StopDeploymentRequest;
import software.amazon.awssdk.services.codepipeline.model.GetPipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.PutApprovalResultRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;

class CliCommandTest {
    private static String oneLine(SdkPojo request, String region) {
        return CliCommand.of(request, region).replace(" \\\n    ", " ");
    }

    @Test
    void scalarsBecomeKebabCaseOptionsAndWordsWithSpacesAreQuoted() {
        var request = CreateRepositoryRequest.builder()
                .repositoryName("MyRepo")
                .repositoryDescription("My demonstration repository")
                .build();

        assertThat(CliCommand.of(request, "us-east-1")).isEqualTo("""
            aws codecommit create-repository --repository-name MyRepo \\
                --repository-description "My demonstration repository" --region us-east-1\
            """);
    }

    @Test
    void structuresInListsUseTheShorthandAndTheTemplateStandsAsItsFile() {
        var request = CreateStackRequest.builder()
                .stackName("devops-cluster")
                .templateBody("Resources: {}\n")
                .parameters(Parameter.builder()
                        .parameterKey("ContainerPort")
                        .parameterValue("80")
                        .build())
                .capabilities(Capability.CAPABILITY_IAM)
                .build();

        assertThat(CliCommand.of(request, "eu-west-1", Map.of("TemplateBody", "devops-cluster.yaml")))
                .isEqualTo("""
                    aws cloudformation create-stack --stack-name devops-cluster \\
                        --template-body file://devops-cluster.yaml \\
                        --parameters ParameterKey=ContainerPort,ParameterValue=80 \\
                        --capabilities CAPABILITY_IAM --region eu-west-1\
                    """);
    }

    @Test
    void filtersReadAsInTheDocumentationOfTheCli() {
        var request = DescribeVpcsRequest.builder()
                .filters(Filter.builder().name("tag:Name").values("prod").build())
                .build();

        assertThat(oneLine(request, "us-east-1"))
                .isEqualTo("aws ec2 describe-vpcs --filters Name=tag:Name,Values=prod --region us-east-1");
    }

    @Test
    void flagsHaveTheirNegativeForm() {
        assertThat(oneLine(
                        DeleteRepositoryRequest.builder()
                                .repositoryName("app")
                                .force(true)
                                .build(),
                        "us-east-1"))
                .isEqualTo("aws ecr delete-repository --repository-name app --force --region us-east-1");
        assertThat(oneLine(
                        StopDeploymentRequest.builder()
                                .deploymentId("d-1")
                                .autoRollbackEnabled(false)
                                .build(),
                        "us-east-1"))
                .isEqualTo(
                        "aws deploy stop-deployment --deployment-id d-1 --no-auto-rollback-enabled --region us-east-1");
        assertThat(oneLine(
                        UpdateServiceRequest.builder()
                                .service("s")
                                .enableExecuteCommand(false)
                                .build(),
                        "us-east-1"))
                .isEqualTo("aws ecs update-service --service s --disable-execute-command --region us-east-1");
    }

    @Test
    void nestedStructuresAreJson() {
        var request = CreateProjectRequest.builder()
                .name("MyFirstBuild")
                .source(source -> source.type("CODEPIPELINE").buildspec("buildspec.yaml"))
                .logsConfig(logs -> logs.cloudWatchLogs(cloudWatch -> cloudWatch
                        .status("ENABLED")
                        .groupName("devops-workshop")
                        .streamName("webapp")))
                .vpcConfig(vpc ->
                        vpc.vpcId("vpc-1").subnets("subnet-1", "subnet-2").securityGroupIds("sg-1"))
                .build();

        var command = oneLine(request, "us-east-1");

        assertThat(command)
                .contains("--source type=CODEPIPELINE,buildspec=buildspec.yaml")
                .contains("--vpc-config vpcId=vpc-1,subnets=subnet-1,subnet-2,securityGroupIds=sg-1")
                .contains("--logs-config '{")
                .contains("\"groupName\" : \"devops-workshop\"");
    }

    @Test
    void theServiceAndOptionNamesAreTheOnesOfTheCli() {
        assertThat(oneLine(
                        GetLogEventsRequest.builder()
                                .logGroupName("g")
                                .logStreamName("s")
                                .startFromHead(true)
                                .build(),
                        "r"))
                .isEqualTo(
                        "aws logs get-log-events --log-group-name g --log-stream-name s --start-from-head --region r");
        assertThat(oneLine(
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn("arn:aws:x")
                                .build(),
                        "r"))
                .isEqualTo("aws elbv2 describe-target-health --target-group-arn arn:aws:x --region r");
        assertThat(oneLine(GetPipelineRequest.builder().name("p").version(2).build(), "r"))
                .isEqualTo("aws codepipeline get-pipeline --name p --pipeline-version 2 --region r");
        assertThat(oneLine(
                        PutTargetsRequest.builder()
                                .rule("on-push")
                                .targets(Target.builder()
                                        .id("1")
                                        .arn("arn:a")
                                        .roleArn("arn:r")
                                        .build())
                                .build(),
                        "r"))
                .isEqualTo("aws events put-targets --rule on-push --targets Id=1,Arn=arn:a,RoleArn=arn:r --region r");
        assertThat(oneLine(
                        PutPublicAccessBlockRequest.builder()
                                .bucket("b")
                                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true))
                                .build(),
                        "r"))
                .isEqualTo("aws s3api put-public-access-block --bucket b "
                        + "--public-access-block-configuration BlockPublicAcls=true --region r");
    }

    @Test
    void kebabCaseFollowsTheCliForAcronyms() {
        assertThat(CliNames.kebab("NotificationARNs")).isEqualTo("notification-arns");
        assertThat(CliNames.kebab("TemplateURL")).isEqualTo("template-url");
        assertThat(CliNames.kebab("VpcId")).isEqualTo("vpc-id");
        assertThat(CliNames.kebab("BatchGetBuilds")).isEqualTo("batch-get-builds");
    }

    @Test
    void quotingKeepsAShellFromReadingAnything() {
        assertThat(CliValue.quote("plain-word")).isEqualTo("plain-word");
        assertThat(CliValue.quote("two words")).isEqualTo("\"two words\"");
        assertThat(CliValue.quote("$HOME `id`")).isEqualTo("'$HOME `id`'");
        assertThat(CliValue.quote("it's $5")).isEqualTo("'it'\\''s $5'");
    }

    @Test
    void secretsAreMasked() {
        var request = software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest.builder()
                .userName("ann")
                .password("hunter2")
                .build();

        assertThat(oneLine(request, "r")).contains("--password \"****\"").doesNotContain("hunter2");
        assertThat(SdkCode.of(request)).doesNotContain("hunter2");
    }

    @Test
    void codeForTheSdkUsesTheBuildersOwnNames() {
        var request = CreateStackRequest.builder()
                .stackName("devops-cluster")
                .roleARN("arn:aws:iam::1:role/r")
                .templateBody("a\nb")
                .parameters(Parameter.builder()
                        .parameterKey("K")
                        .parameterValue("say \"v\"")
                        .build())
                .build();

        assertThat(SdkCode.of(request, Map.of("TemplateBody", "devops-cluster.yaml")))
                .isEqualTo("""
                    cloudFormation.createStack(CreateStackRequest.builder()
                        .stackName("devops-cluster")
                        .templateBody(Files.readString(Path.of("devops-cluster.yaml")))
                        .parameters(Parameter.builder()
                            .parameterKey("K")
                            .parameterValue("say \\"v\\"")
                            .build())
                        .roleARN("arn:aws:iam::1:role/r")
                        .build());\
                    """);
    }

    @Test
    void anApprovalCanBeGivenByItsCommand() {
        var request = PutApprovalResultRequest.builder()
                .pipelineName("MyFirstPipeline")
                .stageName("Approve")
                .actionName("Approve")
                .token("5cd33c9f-8f3a-4f3e-9c1b-0d5a1c9a7e11")
                .build();

        assertThat(oneLine(request, "us-east-1")).contains("--token 5cd33c9f-8f3a-4f3e-9c1b-0d5a1c9a7e11");
    }
}
