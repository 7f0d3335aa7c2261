package companion.workshops.bluegreen;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Resource;
import companion.workshops.shared.AwsStep;
import companion.workshops.shared.Calls;
import companion.workshops.shared.Site;
import companion.workshops.shared.StackOutputs;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.codebuild.model.ArtifactsType;
import software.amazon.awssdk.services.codebuild.model.ComputeType;
import software.amazon.awssdk.services.codebuild.model.CreateProjectRequest;
import software.amazon.awssdk.services.codebuild.model.EnvironmentType;
import software.amazon.awssdk.services.codebuild.model.LogsConfigStatusType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.SourceType;
import software.amazon.awssdk.services.codebuild.model.UpdateProjectRequest;

/** Creates the build project: where it runs, what it may do, and which file says what to do. */
final class BuildProjectStep extends AwsStep {
    private static final String IMAGE = "aws/codebuild/amazonlinux-x86_64-standard:5.0";

    BuildProjectStep(Site site) {
        super(site, new Title("project", "Create the build project", "CodeBuild", "CreateProject"));
    }

    @Override
    public List<Resource> creates() {
        return List.of(
                Resource.free("CodeBuild project", Names.PROJECT, Names.PIPELINE_GROUP, "DeleteProject"),
                Resource.free("CloudWatch log group", Names.LOG_GROUP, Names.PIPELINE_GROUP, "DeleteLogGroup"));
    }

    @Override
    public List<Call> plan() {
        return List.of(Calls.of(site, service(), request(StackOutputs.unknown(), StackOutputs.unknown())));
    }

    private CreateProjectRequest request(StackOutputs cluster, StackOutputs roles) {
        return CreateProjectRequest.builder()
                .name(Names.PROJECT)
                .description("Builds and pushes the image of the web app")
                .source(source -> source.type(SourceType.CODEPIPELINE).buildspec(Names.BUILDSPEC))
                .artifacts(artifacts -> artifacts.type(ArtifactsType.CODEPIPELINE))
                .environment(environment -> environment
                        .type(EnvironmentType.LINUX_CONTAINER)
                        .image(IMAGE)
                        .computeType(ComputeType.BUILD_GENERAL1_SMALL)
                        .privilegedMode(true))
                .serviceRole(roles.get("CodeBuildRoleArn"))
                .vpcConfig(vpc -> vpc.vpcId(cluster.get("VpcId"))
                        .subnets(cluster.get("PrivateSubnetOne"), cluster.get("PrivateSubnetTwo"))
                        .securityGroupIds(cluster.get("ContainerSecurityGroup")))
                .logsConfig(logs -> logs.cloudWatchLogs(cloudWatch -> cloudWatch
                        .status(LogsConfigStatusType.ENABLED)
                        .groupName(Names.LOG_GROUP)
                        .streamName(Names.LOG_STREAM)))
                .build();
    }

    @Override
    public Check check() {
        var found = find();
        if (found.isEmpty()) {
            return new Check.Missing("No project " + Names.PROJECT);
        }
        var project = found.get();
        var differences = new Differences()
                .compare("source.buildspec", Names.BUILDSPEC, project.source().buildspec())
                .compare(
                        "environment.privilegedMode",
                        true,
                        project.environment().privilegedMode())
                .compare("environment.image", IMAGE, project.environment().image())
                .list();
        return differences.isEmpty()
                ? Check.found("Found " + Names.PROJECT, Output.arn("ARN", project.arn()))
                : new Check.Differs("Project " + Names.PROJECT, differences, true);
    }

    private Optional<Project> find() {
        return aws().codeBuild().batchGetProjects(it -> it.names(Names.PROJECT)).projects().stream()
                .findFirst();
    }

    @Override
    public void run(Progress progress) throws Exception {
        var request =
                request(StackOutputs.read(aws(), Names.CLUSTER_STACK), StackOutputs.read(aws(), Names.ROLES_STACK));
        if (find().isEmpty()) {
            aws().codeBuild().createProject(request);
        } else {
            aws().codeBuild()
                    .updateProject(UpdateProjectRequest.builder()
                            .name(request.name())
                            .source(request.source())
                            .environment(request.environment())
                            .build());
        }
    }
}
