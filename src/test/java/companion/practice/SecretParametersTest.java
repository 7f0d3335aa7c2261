package companion.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.wire.TestDoor;
import companion.practice.world.Speed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;

/** What a request marks as secret is used and never kept: not in the journal, not in an answer. */
class SecretParametersTest {
    private static final String SECRET = "correct-horse-battery";

    private static final String TEMPLATE = """
            Parameters:
              Password: {Type: String, NoEcho: true, MinLength: 8, Default: letmein-not}
              Pin: {Type: Number, NoEcho: true, MinValue: 1000, MaxValue: 9999, Default: 1234}
              Mode: {Type: String, NoEcho: true, Default: none}
            Conditions:
              Guarded: !Not [!Equals [!Ref Mode, none]]
            Resources:
              Repository:
                Type: AWS::CodeCommit::Repository
                Properties: {RepositoryName: kept, RepositoryDescription: !Sub '${Password} ${Pin}'}
              Extra:
                Type: AWS::CodeCommit::Repository
                Condition: Guarded
                Properties: {RepositoryName: extra}
            """;

    @TempDir
    Path folder;

    @Test
    void aStackWithASecretIsThereAgainAfterAStartAndTheSecretIsNowhere() throws Exception {
        String description;
        try (var cloud = start()) {
            cfn(cloud).createStack(r -> r.stackName("s").templateBody(TEMPLATE).parameters(
                    parameter("Password", SECRET), parameter("Pin", "4711")));
            settle(cloud);
            description = description(cloud);
            assertThat(cfn(cloud).describeStacks(r -> r.stackName("s")).stacks().getFirst().parameters())
                    .extracting(Parameter::parameterValue)
                    .containsOnly("****");
        }
        try (var cloud = start()) {
            var stack = cfn(cloud).describeStacks(r -> r.stackName("s")).stacks().getFirst();
            assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
            assertThat(description(cloud)).isEqualTo(description).doesNotContain(SECRET, "4711");
        }
        nothingWritten(SECRET);
    }

    @Test
    void theSameSecretIsNoUpdateAndAnotherOneIs() throws Exception {
        try (var cloud = start()) {
            cfn(cloud).createStack(r -> r.stackName("s").templateBody(TEMPLATE).parameters(parameter("Password", SECRET)));
            settle(cloud);
            var before = description(cloud);

            assertThatThrownBy(() -> cfn(cloud).updateStack(r -> r.stackName("s")
                            .usePreviousTemplate(true)
                            .parameters(parameter("Password", SECRET))))
                    .hasMessageContaining("No updates are to be performed.");
            cfn(cloud).updateStack(r -> r.stackName("s")
                    .usePreviousTemplate(true)
                    .parameters(parameter("Password", SECRET + "-2")));
            settle(cloud);

            assertThat(description(cloud)).isNotEqualTo(before);
        }
        nothingWritten(SECRET);
    }

    @Test
    void aChangeSetKeepsItOutToo() throws Exception {
        try (var cloud = start()) {
            cfn(cloud).createChangeSet(r -> r.stackName("s")
                    .changeSetName("c")
                    .changeSetType(ChangeSetType.CREATE)
                    .templateBody(TEMPLATE)
                    .parameters(parameter("Password", SECRET)));
            settle(cloud);
            var shown = cfn(cloud).describeChangeSet(r -> r.stackName("s").changeSetName("c").includePropertyValues(true));
            assertThat(shown.toString()).doesNotContain(SECRET);
            cfn(cloud).executeChangeSet(r -> r.stackName("s").changeSetName("c"));
            settle(cloud);
            assertThat(description(cloud)).doesNotContain(SECRET);
        }
        nothingWritten(SECRET);
    }

    @Test
    void whatTheTemplateItselfSaysIsNoSecretAndDecidesItsConditions() throws Exception {
        try (var cloud = start()) {
            cfn(cloud).createStack(r -> r.stackName("s").templateBody(TEMPLATE).parameters(parameter("Mode", "none")));
            cfn(cloud).createStack(r -> r.stackName("t")
                    .templateBody(TEMPLATE.replace("name: kept", "name: other").replace("Name: kept", "Name: other"))
                    .parameters(parameter("Mode", SECRET)));
            settle(cloud);

            assertThat(cfn(cloud).listStackResources(r -> r.stackName("s")).stackResourceSummaries()).hasSize(1);
            assertThat(cfn(cloud).listStackResources(r -> r.stackName("t")).stackResourceSummaries()).hasSize(2);
            assertThat(description(cloud)).isEqualTo("letmein-not 1234");
        }
    }

    @Test
    void constraintsAreThoseOfTheSecretItself() throws Exception {
        try (var cloud = start()) {
            assertThatThrownBy(() -> cfn(cloud).createStack(
                            r -> r.stackName("s").templateBody(TEMPLATE).parameters(parameter("Password", "x7y7z7"))))
                    .hasMessageContaining("Parameter 'Password' must contain at least 8 characters");
            assertThatThrownBy(() -> cfn(cloud).createStack(
                            r -> r.stackName("s").templateBody(TEMPLATE).parameters(parameter("Pin", "47110815"))))
                    .hasMessageContaining("Parameter 'Pin' must be a number not greater than 9999");
        }
        nothingWritten("x7y7z7");
        nothingWritten("47110815");
    }

    @Test
    void aRefusedRequestLeavesItNowhere() throws Exception {
        try (var cloud = start()) {
            assertThatThrownBy(() -> cfn(cloud).createStack(
                    r -> r.stackName("s").templateBody("{not a template").parameters(parameter("Password", SECRET))));
            assertThatThrownBy(() -> cfn(cloud).createStack(
                            r -> r.stackName("s").templateBody(TEMPLATE).parameters(parameter("Passwort", SECRET))))
                    .hasMessageContaining("Parameters: [Passwort] do not exist in the template");
            assertThatThrownBy(() -> cfn(cloud).updateStack(
                    r -> r.stackName("none").usePreviousTemplate(true).parameters(parameter("Password", SECRET))));
        }
        nothingWritten(SECRET);
    }

    @Test
    void defaultsOfSecretsAreMaskedInWhatIsToldOfTemplates() throws Exception {
        try (var cloud = start()) {
            assertThat(cfn(cloud).getTemplateSummary(r -> r.templateBody(TEMPLATE)).parameters())
                    .allSatisfy(p -> assertThat(p.defaultValue()).isEqualTo("****"))
                    .allSatisfy(p -> assertThat(p.parameterConstraints().hasAllowedValues()).isFalse());
            assertThat(cfn(cloud).validateTemplate(r -> r.templateBody(TEMPLATE)).parameters())
                    .allSatisfy(p -> assertThat(p.defaultValue()).isEqualTo("****"));
        }
    }

    @Test
    void aPipelinesTokenForAnotherHostIsNotKept() throws Exception {
        try (var cloud = start();
                var pipelines = client(cloud, CodePipelineClient.builder())) {
            assertThatThrownBy(() -> pipelines.createPipeline(r -> r.pipeline(p -> p.name("P")
                    .roleArn("arn:aws:iam::123456789012:role/r")
                    .artifactStore(s -> s.type("S3").location("b"))
                    .stages(stage -> stage.name("Source").actions(a -> a.name("Source")
                            .actionTypeId(t -> t.category("Source")
                                    .owner(ActionOwner.THIRD_PARTY)
                                    .provider("GitHub")
                                    .version("1"))
                            .configuration(Map.of("Owner", "o", "OAuthToken", SECRET)))))));
        }
        nothingWritten(SECRET);
    }

    private void nothingWritten(String secret) throws Exception {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    private static String description(PracticeCloud cloud) {
        try (var codeCommit = client(cloud, CodeCommitClient.builder())) {
            return codeCommit.getRepository(r -> r.repositoryName("kept")).repositoryMetadata().repositoryDescription();
        }
    }

    private static void settle(PracticeCloud cloud) {
        cloud.clock().step(Duration.ofMinutes(10));
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    private PracticeCloud start() throws Exception {
        return PracticeCloud.start(PracticeSettings.on(0, folder, Speed.PAUSED));
    }

    private static CloudFormationClient cfn(PracticeCloud cloud) {
        return client(cloud, CloudFormationClient.builder());
    }

    private static <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C client(
            PracticeCloud cloud, B builder) {
        return TestDoor.client(
                builder,
                cloud.endpoint(),
                AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()));
    }
}
