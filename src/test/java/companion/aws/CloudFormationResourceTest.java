package companion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codecommit.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupRequest;
import software.amazon.awssdk.services.codepipeline.model.CreatePipelineRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;

class CloudFormationResourceTest {

    @Test
    void membersBecomePropertiesWithACapitalLetter() {
        var request = CreateRepositoryRequest.builder()
                .repositoryName("MyRepo")
                .repositoryDescription("My demonstration repository")
                .build();

        assertThat(CloudFormationResource.of(List.of(request))).contains("""
                Repository:
                  Type: AWS::CodeCommit::Repository
                  Properties:
                    RepositoryName: MyRepo
                    RepositoryDescription: My demonstration repository""");
    }

    @Test
    void severalRequestsMakeOneResource() {
        var create = CreateBucketRequest.builder().bucket("artifacts").build();
        var versioning = PutBucketVersioningRequest.builder()
                .bucket("artifacts")
                .versioningConfiguration(it -> it.status(BucketVersioningStatus.ENABLED))
                .build();

        assertThat(CloudFormationResource.of(List.of(create, versioning))).contains("""
                Bucket:
                  Type: AWS::S3::Bucket
                  Properties:
                    BucketName: artifacts
                    VersioningConfiguration:
                      Status: Enabled""");
    }

    @Test
    void anEventPatternIsAnObjectAndTheTargetsAreTheRulesOwn() {
        var rule = PutRuleRequest.builder().name("on-push").eventPattern("{\"source\":[\"aws.codecommit\"]}").build();
        var targets = PutTargetsRequest.builder()
                .rule("on-push")
                .targets(target -> target.id("1").arn("arn:aws:codepipeline:us-east-1:123456789012:p"))
                .build();

        assertThat(CloudFormationResource.of(List.of(rule, targets))).contains("""
                Rule:
                  Type: AWS::Events::Rule
                  Properties:
                    Name: on-push
                    EventPattern:
                      source:
                      - aws.codecommit
                    Targets:
                    - Id: '1'
                      Arn: arn:aws:codepipeline:us-east-1:123456789012:p""");
    }

    @Test
    void aPipelineIsWhatItsRequestWraps() {
        var request = CreatePipelineRequest.builder()
                .pipeline(pipeline -> pipeline.name("MyFirstPipeline").version(1).pipelineType("V2"))
                .build();

        assertThat(CloudFormationResource.of(List.of(request))).get().asString()
                .contains("Name: MyFirstPipeline", "PipelineType: V2")
                .doesNotContain("Version");
    }

    @Test
    void ecsServicesKeepTheirOwnSpelling() {
        var request = CreateDeploymentGroupRequest.builder()
                .applicationName("app")
                .ecsServices(service -> service.clusterName("c").serviceName("s"))
                .build();

        assertThat(CloudFormationResource.of(List.of(request))).get().asString().contains("ECSServices:", "ClusterName: c");
    }

    @Test
    void aReadMakesNoResource() {
        assertThat(CloudFormationResource.of(List.of(GetRepositoryRequest.builder().build()))).isEmpty();
    }
}
