package companion.workshops.bluegreen;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Pace;
import companion.aws.Target;
import companion.workshop.Resource;
import companion.workshop.Stage;
import companion.workshop.Step;
import companion.workshop.Values;
import companion.workshop.Workshop;
import companion.workshops.shared.Site;
import companion.workshops.shared.WorkshopFiles;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Tag;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

class BlueGreenTest {
    private final Connection connection = new Connection(
            new Target.Practice(
                    URI.create("http://127.0.0.1:1"),
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret"))),
            "eu-west-1",
            true,
            new CallTrace(InstantSource.system(), System::nanoTime));
    private final Workshop workshop = BlueGreen.at(
            new Site(connection, "123456789012", Pace.REAL, Path.of("/nowhere")), Path.of("/nowhere/MyRepo"));
    private final WorkshopFiles files = new WorkshopFiles("/companion/workshops/bluegreen");

    @AfterEach
    void close() {
        connection.close();
    }

    private List<Step> allSteps() {
        return workshop.stages().stream()
                .flatMap(stage -> stage.steps(values()).stream())
                .toList();
    }

    private Values values() {
        return Values.suggestions(workshop.stages().stream()
                .flatMap(stage -> stage.inputs().stream())
                .toList());
    }

    @Test
    void itsStagesAreTheOnesOfTheWorkshop() {
        assertThat(workshop.stages())
                .extracting(Stage::id)
                .containsExactly(
                        "identity",
                        "set-up-stack",
                        "repository",
                        "roles",
                        "specs",
                        "deployment-group",
                        "pipeline",
                        "release");
    }

    @Test
    void everyPlanIsKnownWithoutACall() {
        assertThat(allSteps()).allSatisfy(step -> {
            assertThat(step.plan()).isNotEmpty();
            assertThat(step.plan()).allSatisfy(call -> assertThat(call.cli()).isNotBlank());
        });
        assertThat(connection.trace().calls()).isEmpty();
    }

    @Test
    void stepIdsAreUniqueWithinTheirStage() {
        assertThat(workshop.stages())
                .allSatisfy(stage ->
                        assertThat(stage.steps(values())).extracting(Step::id).doesNotHaveDuplicates());
    }

    @Test
    void everyStageExplainsItselfAndAsksOneQuestion() {
        assertThat(workshop.stages()).allSatisfy(stage -> {
            assertThat(stage.explanation()).isNotBlank();
            assertThat(stage.guide().why()).isNotBlank();
            assertThat(stage.guide().terms()).isNotEmpty();
            assertThat(stage.guide().corrections()).isNotEmpty();
            var question = stage.guide().question();
            assertThat(question).isNotNull();
            assertThat(question.right()).isBetween(0, question.answers().size() - 1);
        });
    }

    @Test
    void theRunningCostIsTheSumOfTheListPrices() {
        var cost = allSteps().stream().map(Step::hourlyCost).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(cost).isEqualByComparingTo("0.117185");
    }

    @Test
    void everythingThatIsMadeIsRemovedByTheCleanUp() {
        var removed = new HashSet<String>();
        workshop.cleanUp().removals(values()).forEach(removal -> removed.addAll(removal.entryIds()));

        assertThat(allSteps().stream().flatMap(step -> step.creates().stream()).map(Resource::id))
                .isSubsetOf(removed);
    }

    @Test
    void removalsFollowTheirGroups() {
        assertThat(workshop.cleanUp().removals(values()).stream().map(removal -> removal.group()))
                .isSorted()
                .allSatisfy(group -> assertThat(workshop.cleanUp().groups()).containsKey(group));
    }

    @Test
    void theClusterTemplateHoldsThirtyResourcesAndFitsIntoACall() {
        var template = files.template("devops-cluster.yaml");

        assertThat(resources(template.body())).hasSize(30).hasSize(template.resources());
        assertThat(template.body().length()).isLessThan(51_200);
    }

    @Test
    void theRolesTemplateMakesRolesAndNothingElse() {
        var template = files.template("devops-workshop-roles.yaml");

        assertThat(resources(template.body()).values().stream()
                        .map(resource -> String.valueOf(((Map<?, ?>) resource).get("Type"))))
                .containsOnly("AWS::IAM::Role", "AWS::IAM::Policy");
        assertThat(template.body())
                .contains(
                        "ec2:CreateNetworkInterfacePermission",
                        "codedeploy:GetApplication",
                        "ecs:RegisterTaskDefinition",
                        "AWSCodeDeployRoleForECS",
                        "codepipeline:StartPipelineExecution");
    }

    private static Map<?, ?> resources(String template) {
        ConstructNode asText = node -> node.toString();
        var tags = new HashMap<Tag, ConstructNode>();
        for (var tag : List.of("Ref", "Sub", "GetAtt", "Select", "GetAZs")) {
            tags.put(new Tag("!" + tag), asText);
        }
        var tree = (Map<?, ?>)
                new Load(LoadSettings.builder().setTagConstructors(tags).build()).loadFromString(template);
        return (Map<?, ?>) tree.get("Resources");
    }

    @Test
    void line21OfThePageSaysTheVersion() {
        assertThat(files.text("app/index.html").lines().toList().get(EditPageStep.LINE - 1))
                .contains("<h1><strong>" + EditPageStep.V1 + "</strong></h1>");
    }

    @Test
    void theBuildspecTakesTheRegionFromTheBuild() {
        var text = SpecsStage.buildspec(
                files.text("app/buildspec.yaml"),
                "123456789012.dkr.ecr.eu-west-1.amazonaws.com/devops-workshop-app",
                "eu-west-1");

        assertThat(text)
                .contains("REPOSITORY_URI=123456789012.dkr.ecr.$AWS_DEFAULT_REGION.amazonaws.com/devops-workshop-app")
                .contains("get-login-password")
                .doesNotContain("eu-west-1", "<REPO_URI>", "get-login ");
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
                .isInstanceOf(Map.class);
    }

    @Test
    void theTaskDefinitionFileHasOnlyWhatCanBeRegistered() {
        var described = TaskDefinition.builder()
                .taskDefinitionArn("arn:aws:ecs:eu-west-1:123456789012:task-definition/webapp:3")
                .revision(3)
                .status("ACTIVE")
                .family("webapp")
                .cpu("256")
                .requiresCompatibilitiesWithStrings("FARGATE")
                .compatibilitiesWithStrings("EC2", "FARGATE")
                .registeredBy("me")
                .registeredAt(Instant.EPOCH)
                .requiresAttributes(attribute -> attribute.name("ecs.capability.task-eni"))
                .containerDefinitions(container -> container
                        .name("webapp")
                        .image("repo:latest")
                        .essential(true)
                        .portMappings(port -> port.containerPort(80)))
                .build();

        var tree = TaskDefinitionFile.template(described);

        assertThat(tree.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("family", "cpu", "requiresCompatibilities", "containerDefinitions");
        assertThat(tree.at("/containerDefinitions/0/image").asText()).isEqualTo("<IMAGE1_NAME>");
        assertThat(tree.at("/containerDefinitions/0/portMappings/0/containerPort")
                        .asInt())
                .isEqualTo(80);
    }
}
