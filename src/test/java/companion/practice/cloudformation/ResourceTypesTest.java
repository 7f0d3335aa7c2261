package companion.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.codebuild.model.CreateProjectRequest;
import software.amazon.awssdk.services.codebuild.model.UpdateProjectRequest;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryResponse;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupRequest;
import software.amazon.awssdk.services.codepipeline.model.CreatePipelineRequest;
import software.amazon.awssdk.services.codepipeline.model.DisableStageTransitionRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryRequest;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.PutClusterCapacityProvidersRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyResponse;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;

/** How properties of the types become calls of the services. */
class ResourceTypesTest {
    private final StackHarness at = new StackHarness();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void rolesWithTheirPolicies() {
        at.cloud.iam
                .on(CreatePolicyRequest.class, request -> CreatePolicyResponse.builder()
                        .policy(policy -> policy.arn("arn:aws:iam::123456789012:policy/" + request.policyName()))
                        .build())
                .on(CreateServiceLinkedRoleRequest.class, request -> CreateServiceLinkedRoleResponse.builder()
                        .role(role -> role.roleName("AWSServiceRoleForECS"))
                        .build());
        make("""
                Resources:
                  BuildTrustRole:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Version: 2012-10-17
                        Statement: [{Effect: Allow, Principal: {Service: codebuild.amazonaws.com}, Action: 'sts:AssumeRole'}]
                      Path: /
                      MaxSessionDuration: '7200'
                  Policy:
                    Type: AWS::IAM::Policy
                    Properties:
                      PolicyName: CodeBuildRolePolicy
                      PolicyDocument: {Statement: [{Effect: Allow, Action: ['logs:*'], Resource: '*', Condition: {Bool: {x: true}}}]}
                      Roles: [!Ref BuildTrustRole]
                  Managed:
                    Type: AWS::IAM::ManagedPolicy
                    Properties: {PolicyDocument: {Statement: []}, Roles: [!Ref BuildTrustRole]}
                  Linked: {Type: AWS::IAM::ServiceLinkedRole, Properties: {AWSServiceName: ecs.amazonaws.com}}
                Outputs:
                  Arn: {Value: !GetAtt BuildTrustRole.Arn}
                  Managed: {Value: !Ref Managed}
                """);

        var role = at.cloud.calls(CreateRoleRequest.class).getFirst();
        assertThat(role.roleName()).matches("s-BuildTrustRole-[a-zA-Z0-9]{12}");
        assertThat(role.maxSessionDuration()).isEqualTo(7200);
        assertThat(role.assumeRolePolicyDocument()).isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":"
                + "\"Allow\",\"Principal\":{\"Service\":\"codebuild.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}");
        var policy = at.cloud.calls(PutRolePolicyRequest.class).getFirst();
        assertThat(policy.roleName()).isEqualTo(role.roleName());
        assertThat(policy.policyName()).isEqualTo("CodeBuildRolePolicy");
        assertThat(policy.policyDocument()).contains("\"Condition\":{\"Bool\":{\"x\":true}}");
        assertThat(at.output("s", "Arn")).isEqualTo("arn:aws:iam::123456789012:role/" + role.roleName());
        assertThat(at.output("s", "Managed")).startsWith("arn:aws:iam::123456789012:policy/s-Managed-");

        at.cloud.calls.clear();
        remove();
        assertThat(at.cloud.changes())
                .containsSubsequence("DetachRolePolicy", "DeletePolicy", "DeleteRole")
                .containsSubsequence("DeleteRolePolicy", "DeleteRole")
                .contains("DeleteServiceLinkedRole");
    }

    @Test
    void bucketsRepositoriesAndLogGroups() {
        make("""
                Resources:
                  Artifacts:
                    Type: AWS::S3::Bucket
                    Properties:
                      VersioningConfiguration: {Status: Enabled}
                      PublicAccessBlockConfiguration: {BlockPublicAcls: 'true'}
                      BucketEncryption:
                        ServerSideEncryptionConfiguration:
                          - ServerSideEncryptionByDefault: {SSEAlgorithm: AES256}
                  Policy:
                    Type: AWS::S3::BucketPolicy
                    Properties: {Bucket: !Ref Artifacts, PolicyDocument: {Statement: [{Resource: !Sub '${Artifacts.Arn}/*'}]}}
                  Images:
                    Type: AWS::ECR::Repository
                    Properties: {RepositoryName: app, EmptyOnDelete: true, ImageScanningConfiguration: {ScanOnPush: true}}
                  Log: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: /app, RetentionInDays: 7}}
                Outputs: {Log: {Value: !GetAtt Log.Arn}}
                """);

        var bucket = at.cloud.calls(CreateBucketRequest.class).getFirst();
        assertThat(bucket.bucket()).matches("s-artifacts-[a-z0-9]{12}");
        assertThat(bucket.createBucketConfiguration().tags())
                .extracting(tag -> tag.key())
                .contains("aws:cloudformation:stack-name");
        assertThat(at.cloud.calls(PutBucketVersioningRequest.class).getFirst()
                        .versioningConfiguration()
                        .statusAsString())
                .isEqualTo("Enabled");
        assertThat(at.cloud.calls(PutPublicAccessBlockRequest.class).getFirst()
                        .publicAccessBlockConfiguration()
                        .blockPublicAcls())
                .isTrue();
        assertThat(at.cloud.calls(PutBucketEncryptionRequest.class).getFirst()
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .getFirst()
                        .applyServerSideEncryptionByDefault()
                        .sseAlgorithmAsString())
                .isEqualTo("AES256");
        assertThat(at.cloud.calls(PutBucketPolicyRequest.class).getFirst().policy())
                .isEqualTo("{\"Statement\":[{\"Resource\":\"arn:aws:s3:::" + bucket.bucket() + "/*\"}]}");
        assertThat(at.cloud.calls(CreateRepositoryRequest.class).getFirst().imageScanningConfiguration().scanOnPush())
                .isTrue();
        assertThat(at.cloud.calls(CreateLogGroupRequest.class).getFirst().tags())
                .containsEntry("aws:cloudformation:logical-id", "Log");
        assertThat(at.cloud.calls(PutRetentionPolicyRequest.class).getFirst().retentionInDays()).isEqualTo(7);
        assertThat(at.output("s", "Log")).isEqualTo("arn:aws:logs:us-east-1:123456789012:log-group:/app:*");

        remove();
        assertThat(at.cloud.calls(DeleteRepositoryRequest.class).getFirst().force()).isTrue();
    }

    @Test
    void theWholePipeline() {
        at.cloud.codeCommit
                .on(
                        software.amazon.awssdk.services.codecommit.model.CreateRepositoryRequest.class,
                        request -> software.amazon.awssdk.services.codecommit.model.CreateRepositoryResponse.builder()
                                .repositoryMetadata(repository -> repository.repositoryId("0f0e"))
                                .build())
                .on(GetRepositoryRequest.class, request -> GetRepositoryResponse.builder()
                        .repositoryMetadata(repository -> repository.arn("arn:repo").cloneUrlHttp("https://clone"))
                        .build());
        var template = """
                Resources:
                  Repo: {Type: AWS::CodeCommit::Repository, Properties: {RepositoryName: MyRepo}}
                  Build:
                    Type: AWS::CodeBuild::Project
                    Properties:
                      Name: MyFirstBuild
                      ServiceRole: arn:role
                      Source: {Type: CODEPIPELINE, BuildSpec: %s}
                      Artifacts: {Type: CODEPIPELINE}
                      Environment:
                        Type: LINUX_CONTAINER
                        Image: aws/codebuild/amazonlinux-x86_64-standard:5.0
                        ComputeType: BUILD_GENERAL1_SMALL
                        PrivilegedMode: true
                        EnvironmentVariables: [{Name: REPO, Value: !GetAtt Repo.Name}]
                      LogsConfig: {CloudWatchLogs: {Status: ENABLED}, S3Logs: {Status: DISABLED}}
                  App: {Type: AWS::CodeDeploy::Application, Properties: {ComputePlatform: ECS}}
                  Group:
                    Type: AWS::CodeDeploy::DeploymentGroup
                    Properties:
                      ApplicationName: !Ref App
                      DeploymentGroupName: dg
                      ServiceRoleArn: arn:role
                      ECSServices: [{ClusterName: c, ServiceName: s}]
                      DeploymentStyle: {DeploymentType: BLUE_GREEN, DeploymentOption: WITH_TRAFFIC_CONTROL}
                      BlueGreenDeploymentConfiguration:
                        TerminateBlueInstancesOnDeploymentSuccess: {Action: TERMINATE, TerminationWaitTimeInMinutes: '5'}
                      LoadBalancerInfo:
                        TargetGroupPairInfoList:
                          - {ProdTrafficRoute: {ListenerArns: [arn:l]}, TargetGroups: [{Name: a}, {Name: b}]}
                  Pipeline:
                    Type: AWS::CodePipeline::Pipeline
                    Properties:
                      Name: MyFirstPipeline
                      PipelineType: V2
                      RoleArn: arn:role
                      ArtifactStores: [{Region: us-east-1, ArtifactStore: {Type: S3, Location: bucket}}]
                      DisableInboundStageTransitions: [{StageName: Build, Reason: wait}]
                      Stages:
                        - Name: Source
                          Actions:
                            - Name: Source
                              ActionTypeId: {Category: Source, Owner: AWS, Provider: CodeCommit, Version: 1}
                              Configuration: {RepositoryName: MyRepo, BranchName: main, PollForSourceChanges: false}
                              OutputArtifacts: [{Name: SourceArtifact}]
                  Rule:
                    Type: AWS::Events::Rule
                    Properties:
                      EventPattern: {source: [aws.codecommit], resources: [!GetAtt Repo.Arn]}
                      Targets: [{Id: p, Arn: arn:pipeline, RoleArn: arn:role}]
                Outputs: {Clone: {Value: !GetAtt Repo.CloneUrlHttp}, Repo: {Value: !Ref Repo}}
                """;
        make(template.formatted("buildspec.yaml"));

        assertThat(at.output("s", "Clone")).isEqualTo("https://clone");
        assertThat(at.output("s", "Repo")).isEqualTo("0f0e");
        var build = at.cloud.calls(CreateProjectRequest.class).getFirst();
        assertThat(build.source().buildspec()).isEqualTo("buildspec.yaml");
        assertThat(build.environment().environmentVariables().getFirst().value()).isEqualTo("MyRepo");
        assertThat(build.environment().privilegedMode()).isTrue();
        assertThat(build.logsConfig().s3Logs().statusAsString()).isEqualTo("DISABLED");
        var group = at.cloud.calls(CreateDeploymentGroupRequest.class).getFirst();
        assertThat(group.applicationName()).startsWith("s-App-");
        assertThat(group.ecsServices().getFirst().serviceName()).isEqualTo("s");
        assertThat(group.blueGreenDeploymentConfiguration()
                        .terminateBlueInstancesOnDeploymentSuccess()
                        .terminationWaitTimeInMinutes())
                .isEqualTo(5);
        assertThat(group.loadBalancerInfo().targetGroupPairInfoList().getFirst().targetGroups()).hasSize(2);
        var pipeline = at.cloud.calls(CreatePipelineRequest.class).getFirst();
        assertThat(pipeline.pipeline().artifactStores().get("us-east-1").location()).isEqualTo("bucket");
        var action = pipeline.pipeline().stages().getFirst().actions().getFirst();
        assertThat(action.actionTypeId().version()).isEqualTo("1");
        assertThat(action.configuration()).containsAllEntriesOf(Map.of("PollForSourceChanges", "false"));
        assertThat(at.cloud.calls(DisableStageTransitionRequest.class).getFirst().stageName()).isEqualTo("Build");
        assertThat(at.cloud.calls(PutRuleRequest.class).getFirst().eventPattern())
                .isEqualTo("{\"source\":[\"aws.codecommit\"],\"resources\":[\"arn:repo\"]}");
        assertThat(at.cloud.calls(PutTargetsRequest.class).getFirst().targets().getFirst().id()).isEqualTo("p");

        at.cfn.updateStack(request -> request.stackName("s").templateBody(template.formatted("other.yaml")));
        at.settle();
        assertThat(at.cloud.calls(UpdateProjectRequest.class).getFirst().source().buildspec()).isEqualTo("other.yaml");

        at.cloud.calls.clear();
        remove();
        assertThat(at.cloud.changes())
                .containsSubsequence("RemoveTargets", "DeleteRule")
                .containsSubsequence("DeleteDeploymentGroup", "DeleteApplication")
                .contains("DeletePipeline", "DeleteProject", "DeleteRepository");
    }

    @Test
    void securityGroupsReplaceTheirDefaultEgressAndChangeByRule() {
        var template = """
                Resources:
                  Group:
                    Type: AWS::EC2::SecurityGroup
                    Properties:
                      GroupDescription: d
                      SecurityGroupIngress:
                        - {IpProtocol: tcp, FromPort: 80, ToPort: %s, CidrIp: 0.0.0.0/0, Description: web}
                      SecurityGroupEgress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationSecurityGroupId: sg-1}]
                """;
        make(template.formatted(80));
        assertThat(at.cloud.calls(CreateSecurityGroupRequest.class).getFirst().groupName()).startsWith("s-Group-");
        var ingress = at.cloud.calls(AuthorizeSecurityGroupIngressRequest.class).getFirst().ipPermissions().getFirst();
        assertThat(ingress.fromPort()).isEqualTo(80);
        assertThat(ingress.ipRanges().getFirst().description()).isEqualTo("web");
        assertThat(at.cloud.calls(RevokeSecurityGroupEgressRequest.class).getFirst().ipPermissions().getFirst()
                        .ipProtocol())
                .isEqualTo("-1");
        assertThat(at.cloud.calls(AuthorizeSecurityGroupEgressRequest.class).getFirst().ipPermissions().getFirst()
                        .userIdGroupPairs()
                        .getFirst()
                        .groupId())
                .isEqualTo("sg-1");

        at.cfn.updateStack(request -> request.stackName("s").templateBody(template.formatted(81)));
        at.settle();
        assertThat(at.cloud.calls(AuthorizeSecurityGroupIngressRequest.class).getLast().ipPermissions().getFirst().toPort())
                .isEqualTo(81);
        assertThat(at.cloud.calls(RevokeSecurityGroupIngressRequest.class).getFirst().ipPermissions().getFirst().toPort())
                .isEqualTo(80);
        assertThat(at.cloud.calls(RevokeSecurityGroupEgressRequest.class)).hasSize(1);
    }

    @Test
    void clustersTaskDefinitionsAndRules() {
        at.cloud.elb.on(CreateRuleRequest.class, request -> CreateRuleResponse.builder()
                .rules(rule -> rule.ruleArn("arn:rule"))
                .build());
        make("""
                Resources:
                  Handle: {Type: AWS::CloudFormation::WaitConditionHandle}
                  Cluster:
                    Type: AWS::ECS::Cluster
                    Properties: {ClusterSettings: [{Name: containerInsights, Value: enabled}]}
                  Providers:
                    Type: AWS::ECS::ClusterCapacityProviderAssociations
                    Properties:
                      Cluster: !Ref Cluster
                      CapacityProviders: [FARGATE, FARGATE_SPOT]
                      DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE, Weight: 1}]
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      Volumes: [{Name: v, EFSVolumeConfiguration: {FilesystemId: fs-1}}]
                      ContainerDefinitions:
                        - Name: web
                          Image: nginx
                          Environment: [{Name: PORT, Value: 80}]
                          LogConfiguration: {LogDriver: awslogs, Options: {awslogs-region: !Ref AWS::Region}}
                  Rule:
                    Type: AWS::ElasticLoadBalancingV2::ListenerRule
                    Properties:
                      ListenerArn: arn:listener
                      Priority: 5
                      Conditions: [{Field: path-pattern, PathPatternConfig: {Values: [/api/*]}}]
                      Actions: [{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: a, Weight: 90}]}}]
                """);

        var cluster = at.cloud.calls(CreateClusterRequest.class).getFirst();
        assertThat(cluster.clusterName()).matches("s-Cluster-[a-zA-Z0-9]{12}");
        assertThat(cluster.settings().getFirst().nameAsString()).isEqualTo("containerInsights");
        var providers = at.cloud.calls(PutClusterCapacityProvidersRequest.class).getFirst();
        assertThat(providers.cluster()).isEqualTo(cluster.clusterName());
        assertThat(providers.defaultCapacityProviderStrategy().getFirst().weight()).isEqualTo(1);
        var task = at.cloud.calls(RegisterTaskDefinitionRequest.class).getFirst();
        assertThat(task.family()).startsWith("s-Task-");
        assertThat(task.containerDefinitions().getFirst().environment().getFirst().value()).isEqualTo("80");
        assertThat(task.containerDefinitions().getFirst().logConfiguration().options())
                .containsEntry("awslogs-region", "us-east-1");
        var rule = at.cloud.calls(CreateRuleRequest.class).getFirst();
        assertThat(rule.priority()).isEqualTo(5);
        assertThat(rule.conditions().getFirst().pathPatternConfig().values()).containsExactly("/api/*");
        assertThat(rule.actions().getFirst().forwardConfig().targetGroups().getFirst().weight()).isEqualTo(90);
    }

    private void make(String template) {
        at.create("s", template);
        at.settle();
        assertThat(at.history("s")).noneMatch(line -> line.contains("FAILED"));
        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    private void remove() {
        var id = at.stack("s").stackId();
        at.cfn.deleteStack(request -> request.stackName("s"));
        at.settle();
        assertThat(at.stack(id).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }
}
