package companion.practice.codebuild;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.fabric.PipelineBuilds;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.BuildPhase;
import software.amazon.awssdk.services.codebuild.model.BuildPhaseType;
import software.amazon.awssdk.services.codebuild.model.StatusType;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;

/** The builds of the workshops, with their buildspecs as learners write them. */
class WorkshopBuildTest {
    private static final String BUILDSPEC = """
        version: 0.2

        phases:
          pre_build:
            commands:
              - echo Logging in to Amazon ECR...
              - aws --version
              - LOGIN
              - REPOSITORY_URI=123456789012.dkr.ecr.us-east-1.amazonaws.com/devops-workshop-app
              - COMMIT_HASH=$(echo $CODEBUILD_RESOLVED_SOURCE_VERSION | cut -c 1-7)
              - IMAGE_TAG=build-$(echo $CODEBUILD_BUILD_ID | awk -F":" '{print $2}')
          build:
            commands:
              - echo Build started on `date`
              - echo Building the Docker image...
              - docker build -t $REPOSITORY_URI:latest .
              - docker image tag $REPOSITORY_URI:latest $REPOSITORY_URI:$IMAGE_TAG
          post_build:
            commands:
              - echo Build completed on `date`
              - echo Pushing the Docker images...
              - docker push $REPOSITORY_URI:latest
              - docker push $REPOSITORY_URI:$IMAGE_TAG
              - printf '{"ImageURI":"%s"}' $REPOSITORY_URI:$IMAGE_TAG > imageDetail.json
        artifacts:
          files:
              - 'image*.json'
              - 'appspec.yaml'
              - 'taskdef.json'
          secondary-artifacts:
              DefinitionArtifact:
                  files:
                      - appspec.yaml
                      - taskdef.json
              ImageArtifact:
                  files:
                      - imageDetail.json
        """;
    private static final String LOGIN =
            "aws ecr get-login-password --region $AWS_DEFAULT_REGION | docker login --username AWS --password-stdin "
                    + BuildBench.REGISTRY;
    private static final String OLD_LOGIN = "$(aws ecr get-login --region $AWS_DEFAULT_REGION --no-include-email)";
    private static final Map<String, String> APP = Map.of(
            "Dockerfile",
            "FROM public.ecr.aws/nginx/nginx:latest\n"
                    + "MAINTAINER me\n"
                    + "COPY index.html AWS_logo.png /usr/share/nginx/html/\n",
            "index.html",
            "<h1><strong>Executing v1 on AWS Fargate</strong></h1>\n",
            "AWS_logo.png",
            "picture",
            "appspec.yaml",
            "version: 0.0\n",
            "taskdef.json",
            "{}");
    private static final PipelineBuilds.Artifact OUTPUT =
            new PipelineBuilds.Artifact("BuildArtifact", "artifacts", "out/abc");

    private final BuildBench bench = new BuildBench();

    private Build run(String login) {
        bench.cloud.repositories.add("devops-workshop-app");
        bench.pipelineProject(
                "MyFirstBuild",
                request -> request.logsConfig(logs -> logs.cloudWatchLogs(cloudWatch -> cloudWatch
                        .status("ENABLED")
                        .groupName("devops-workshop")
                        .streamName("webapp"))));
        var source = new HashMap<>(APP);
        source.put("buildspec.yaml", BUILDSPEC.replace("LOGIN", login));
        return bench.runPipeline("MyFirstBuild", source, OUTPUT);
    }

    @Test
    void buildsPushesAndDeliversTheImageOfTheBlueGreenWorkshop() {
        var build = run(LOGIN);

        assertThat(build.buildStatus()).as(bench.log()).isEqualTo(StatusType.SUCCEEDED);
        var tag = "build-" + build.id().substring(build.id().indexOf(':') + 1);
        assertThat(bench.cloud.registry)
                .containsKeys(
                        BuildBench.REGISTRY + "/devops-workshop-app:latest",
                        BuildBench.REGISTRY + "/devops-workshop-app:" + tag);
        var page = bench.cloud
                .registry
                .get(BuildBench.REGISTRY + "/devops-workshop-app:latest")
                .files()
                .get("/usr/share/nginx/html/index.html");
        assertThat(new String(bench.world.blobs().get(page))).contains("Executing v1");
        assertThat(bench.cloud.s3.unzip("artifacts/out/abc"))
                .containsOnlyKeys("appspec.yaml", "imageDetail.json", "taskdef.json")
                .containsEntry(
                        "imageDetail.json",
                        "{\"ImageURI\":\"" + BuildBench.REGISTRY + "/devops-workshop-app:" + tag + "\"}");
    }

    @Test
    void writesTheLogOfTheAgentToTheProjectsGroupAndStream() {
        var build = run(LOGIN);

        assertThat(bench.cloud.logs.groups).containsExactly("devops-workshop");
        assertThat(build.logs().streamName()).isEqualTo("webapp/" + build.id().substring("MyFirstBuild:".length()));
        assertThat(build.logs().deepLink()).contains("log-group/devops-workshop/log-events/webapp$252F");
        assertThat(bench.log().replaceAll("src\\d{9}", "src1"))
                .startsWith("""
                    [Container] Running on CodeBuild On-demand
                    [Container] Waiting for agent ping
                    [Container] Waiting for DOWNLOAD_SOURCE
                    [Container] Phase is DOWNLOAD_SOURCE
                    [Container] CODEBUILD_SRC_DIR=/codebuild/output/src1/src
                    [Container] YAML location is /codebuild/output/src1/src/buildspec.yaml
                    [Container] Setting HTTP client timeout to higher timeout for S3 source
                    [Container] Processing environment variables
                    [Container] No runtime version selected in buildspec.
                    [Container] Moving to directory /codebuild/output/src1/src
                    [Container] Cache is not defined in the buildspec
                    [Container] Skip cache due to: no paths specified to be cached
                    [Container] Registering with agent
                    [Container] Phases found in YAML: 3
                    [Container]  PRE_BUILD: 6 commands
                    [Container]  BUILD: 4 commands
                    [Container]  POST_BUILD: 5 commands
                    [Container] Phase complete: DOWNLOAD_SOURCE State: SUCCEEDED
                    [Container] Phase context status code:  Message:\s
                    [Container] Entering phase INSTALL
                    [Container] Phase complete: INSTALL State: SUCCEEDED
                    [Container] Phase context status code:  Message:\s
                    [Container] Entering phase PRE_BUILD
                    [Container] Running command echo Logging in to Amazon ECR...
                    Logging in to Amazon ECR...

                    [Container] Running command aws --version
                    aws-cli/2.\
                    """)
                .contains("""
                    [Container] Running command REPOSITORY_URI=123456789012.dkr.ecr.us-east-1.amazonaws.com/devops-workshop-app

                    [Container] Running command COMMIT_HASH\
                    """)
                .contains("Login Succeeded\n")
                .contains("#5 [1/2] FROM public.ecr.aws/nginx/nginx:latest\n")
                .contains("#6 [2/2] COPY index.html AWS_logo.png /usr/share/nginx/html/\n")
                .contains("MaintainerDeprecated")
                .contains("The push refers to repository"
                        + " [123456789012.dkr.ecr.us-east-1.amazonaws.com/devops-workshop-app]\n")
                .contains("latest: digest: sha256:")
                .contains("""
                    [Container] Expanding file paths for base directory .
                    [Container] Assembling file list
                    [Container] Expanding image*.json
                    """)
                .contains("[Container] Found 3 file(s)\n")
                .endsWith("""
                    [Container] Phase complete: UPLOAD_ARTIFACTS State: SUCCEEDED
                    [Container] Phase context status code:  Message:\s
                    """);
    }

    @Test
    void stampsLinesWithVirtualTimeInMicroseconds() {
        run(LOGIN);

        var messages = bench.cloud.logs.streams.values().iterator().next();
        assertThat(messages.getFirst().message())
                .matches("\\[Container\\] 2026/11/21 12:00:\\d\\d\\.\\d{6} Running on CodeBuild On-demand\n");
        assertThat(messages).extracting(event -> event.timestamp()).isSorted();
        assertThat(messages.getLast().timestamp() - messages.getFirst().timestamp())
                .isBetween(10_000L, 60_000L);
    }

    @Test
    void failsAtTheLoginCommandOfTheOldCli() {
        var build = run(OLD_LOGIN);

        assertThat(build.buildStatus()).isEqualTo(StatusType.FAILED);
        assertThat(build.phases())
                .extracting(BuildPhase::phaseType)
                .containsExactly(
                        BuildPhaseType.SUBMITTED,
                        BuildPhaseType.QUEUED,
                        BuildPhaseType.PROVISIONING,
                        BuildPhaseType.DOWNLOAD_SOURCE,
                        BuildPhaseType.INSTALL,
                        BuildPhaseType.PRE_BUILD,
                        BuildPhaseType.FINALIZING,
                        BuildPhaseType.COMPLETED);
        assertThat(BuildBench.phase(build, BuildPhaseType.PRE_BUILD)
                        .contexts()
                        .getFirst()
                        .message())
                .isEqualTo("Error while executing command: " + OLD_LOGIN + ". Reason: exit status 252");
        assertThat(bench.log())
                .contains("argument operation: Invalid choice")
                .contains("[Container] Command did not exit successfully " + OLD_LOGIN + " exit status 252\n");
    }

    @Test
    void runsTheRollingWorkshopsBuild() {
        bench.cloud.repositories.add("myweb");
        bench.pipelineProject(
                "myweb-project",
                request -> request.environment(environment -> environment
                        .type("LINUX_CONTAINER")
                        .image(BuildBench.IMAGE)
                        .computeType("BUILD_GENERAL1_SMALL")
                        .privilegedMode(true)
                        .environmentVariables(
                                variable -> variable.name("AWS_ACCOUNT_ID").value("123456789012"))));

        var build = bench.runPipeline(
                "myweb-project",
                Map.of(
                        "Dockerfile",
                        "FROM public.ecr.aws/nginx/nginx:latest\nEXPOSE 80\nCOPY . /app\n",
                        "buildspec.yaml",
                        """
                        version: 0.2
                        env:
                          variables:
                            ECR_REPO_NAME: myweb
                        phases:
                          pre_build:
                            commands:
                              # ECR Public Gallery login
                              - aws ecr-public get-login-password --region us-east-1 | docker login -u AWS --password-stdin public.ecr.aws

                              # ECR login
                              - ECR_MAIN_URI="${AWS_ACCOUNT_ID}.dkr.ecr.${AWS_REGION}.amazonaws.com"
                              - aws ecr get-login-password --region ${AWS_REGION} | docker login -u AWS --password-stdin ${ECR_MAIN_URI}

                              - ECR_IMAGE_URI="${ECR_MAIN_URI}/${ECR_REPO_NAME}:${CODEBUILD_RESOLVED_SOURCE_VERSION:0:8}"
                          build:
                            commands:
                              - docker build -t my-angular-app:latest .
                          post_build:
                            commands:
                              - docker tag my-angular-app:latest ${ECR_IMAGE_URI}
                              - docker push ${ECR_IMAGE_URI}

                              # Generate image definitions file for ECS
                              - printf '[{"name":"myweb","imageUri":"%s"}]' ${ECR_IMAGE_URI} > imagedefinitions.json

                        artifacts:
                          files:
                            - imagedefinitions.json
                        """),
                OUTPUT);

        assertThat(build.buildStatus()).as(bench.log()).isEqualTo(StatusType.SUCCEEDED);
        assertThat(bench.cloud.s3.unzip("artifacts/out/abc"))
                .containsEntry(
                        "imagedefinitions.json",
                        "[{\"name\":\"myweb\",\"imageUri\":\"" + BuildBench.REGISTRY + "/myweb:4f2a91c7\"}]");
    }

    @Test
    void writesATaskDefinitionInTheBuildAsTheTerraformProjectDoes() {
        bench.cloud.clients.put(EcsClient.class, ecs());
        bench.pipelineProject(
                "demo-docker-build",
                request -> request.environment(environment -> environment
                        .type("LINUX_CONTAINER")
                        .image(BuildBench.UBUNTU)
                        .computeType("BUILD_GENERAL1_SMALL")
                        .privilegedMode(true)
                        .environmentVariables(
                                variable -> variable.name("IMAGE_REPO_NAME").value("demo"))));
        var script = """
            #!/bin/bash
            set -ex
            IMAGE_URI="$1/${IMAGE_REPO_NAME}:${CODEBUILD_RESOLVED_SOURCE_VERSION}"
            TASK=$(aws ecs list-task-definitions | jq -r '.taskDefinitionArns[] | select(contains("'demo'"))' | tail -n1)
            aws ecs describe-task-definition --task-definition "$TASK" > old.json
            jq --arg image "$IMAGE_URI" '.taskDefinition
              | .containerDefinitions[].image = $image
              | {family, containerDefinitions, cpu, memory}' old.json > taskdef.json
            """;

        var build = bench.runPipeline(
                "demo-docker-build",
                Map.of(
                        "create-new-task-def.sh",
                        script,
                        "buildspec.yaml",
                        BuildBench.spec(
                                        "post_build",
                                        "chmod +x ./create-new-task-def.sh && ./create-new-task-def.sh host")
                                + "artifacts:\n  files: [taskdef.json]\n"),
                OUTPUT);

        assertThat(build.buildStatus()).as(bench.log()).isEqualTo(StatusType.SUCCEEDED);
        assertThat(bench.cloud.s3.unzip("artifacts/out/abc").get("taskdef.json").replaceAll("\\s", ""))
                .isEqualTo("{\"family\":\"demo\",\"containerDefinitions\":[{\"name\":\"demo\","
                        + "\"image\":\"host/demo:4f2a91c7d0e1b2a3c4d5e6f708192a3b4c5d6e7f\"}],"
                        + "\"cpu\":\"256\",\"memory\":\"512\"}");
        assertThat(bench.log()).contains("+ aws ecs list-task-definitions\n");
    }

    private static EcsClient ecs() {
        return (EcsClient) Proxy.newProxyInstance(
                EcsClient.class.getClassLoader(),
                new Class<?>[] {EcsClient.class},
                (proxy, method, arguments) -> arguments[0] instanceof ListTaskDefinitionsRequest
                        ? ListTaskDefinitionsResponse.builder()
                                .taskDefinitionArns("arn:task-definition/demo:1", "arn:task-definition/demo:2")
                                .build()
                        : DescribeTaskDefinitionResponse.builder()
                                .taskDefinition(definition -> definition
                                        .family("demo")
                                        .revision(2)
                                        .cpu("256")
                                        .memory("512")
                                        .containerDefinitions(container ->
                                                container.name("demo").image("old")))
                                .build());
    }
}
