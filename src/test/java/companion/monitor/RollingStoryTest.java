package companion.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import companion.PracticeRelease;
import companion.monitor.read.ExecutionHistory;
import companion.monitor.read.RunComparison;
import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.RollingSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.timeline.Timeline;
import companion.monitor.why.Diagnosis;
import companion.monitor.why.Why;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.InputArtifact;
import software.amazon.awssdk.services.codepipeline.model.OutputArtifact;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.ecs.model.LaunchType;

/** Rolling deployments by the ECS action of a pipeline on the practice cloud, as the monitor tells them. */
class RollingStoryTest {
    private static final String PIPELINE = "rolling";
    private static final String SERVICE = "rolling-web";
    private static final String FILE = "imagedefinitions.json";

    @TempDir
    static Path prepared;

    private static Path state;

    @TempDir
    Path folder;

    private PracticeRelease release;
    private String cluster = "";
    private String container = "";
    private String image = "";
    private String first = "";

    @BeforeAll
    static void prepare() {
        state = PracticeRelease.prepare(prepared);
    }

    @BeforeEach
    void start() throws IOException {
        release = new PracticeRelease(state, folder, PIPELINE);
        release.connection().codeCommit().createRepository(request -> request.repositoryName("rolling-app"));
    }

    @AfterEach
    void close() {
        release.close();
    }

    /** A service of two tasks beside the workshop's, with its task definition and in its subnets. */
    private void service(boolean breaker) {
        var ecs = release.connection().ecs();
        cluster = ecs.listClusters().clusterArns().getFirst();
        var known = ecs.listServices(request -> request.cluster(cluster)).serviceArns();
        var workshop = ecs.describeServices(request -> request.cluster(cluster).services(known)).services().getFirst();
        var set = workshop.taskSets().getFirst();
        first = set.taskDefinition();
        var definition = ecs.describeTaskDefinition(request -> request.taskDefinition(first)).taskDefinition();
        container = definition.containerDefinitions().getFirst().name();
        image = definition.containerDefinitions().getFirst().image();
        ecs.createService(request -> request.cluster(cluster)
                .serviceName(SERVICE)
                .taskDefinition(first)
                .desiredCount(2)
                .launchType(LaunchType.FARGATE)
                .networkConfiguration(set.networkConfiguration())
                .deploymentConfiguration(
                        it -> it.deploymentCircuitBreaker(each -> each.enable(breaker).rollback(breaker))));
        release.step(Duration.ofMinutes(5));
    }

    private void commit(String file, String text) {
        var codeCommit = release.connection().codeCommit();
        var branches = codeCommit.listBranches(request -> request.repositoryName("rolling-app")).branches();
        var parent = branches.isEmpty()
                ? null
                : codeCommit.getBranch(request -> request.repositoryName("rolling-app").branchName("main")).branch().commitId();
        codeCommit.putFile(request -> request.repositoryName("rolling-app")
                .branchName("main")
                .parentCommitId(parent)
                .filePath(file)
                .fileContent(SdkBytes.fromUtf8String(text))
                .commitMessage("Changed " + file));
    }

    private static String definitions(String container, String image) {
        return "[{\"name\":\"" + container + "\",\"imageUri\":\"" + image + "\"}]";
    }

    /** Makes the pipeline, which releases at once. */
    private void pipeline(Map<String, String> more) {
        var codePipeline = release.connection().codePipeline();
        var workshop = codePipeline.getPipeline(request -> request.name(PracticeRelease.PIPELINE)).pipeline();
        var settings = new HashMap<>(Map.of("ClusterName", cluster, "ServiceName", SERVICE));
        settings.putAll(more);
        codePipeline.createPipeline(request -> request.pipeline(pipeline -> pipeline.name(PIPELINE)
                .roleArn(workshop.roleArn())
                .artifactStore(workshop.artifactStore())
                .stages(
                        StageDeclaration.builder().name("Source").actions(action("Source", "CodeCommit", Map.of(
                                        "RepositoryName", "rolling-app", "BranchName", "main", "PollForSourceChanges", "false"))
                                .outputArtifacts(OutputArtifact.builder().name("App").build())
                                .build()).build(),
                        StageDeclaration.builder().name("Deploy").actions(action("Deploy", "ECS", settings)
                                .inputArtifacts(InputArtifact.builder().name("App").build())
                                .build()).build())));
    }

    private static ActionDeclaration.Builder action(String category, String provider, Map<String, String> settings) {
        return ActionDeclaration.builder()
                .name(category)
                .actionTypeId(type -> type.category(ActionCategory.fromValue(category))
                        .owner(ActionOwner.AWS)
                        .provider(provider)
                        .version("1"))
                .configuration(settings);
    }

    private static Status status(ReleaseSnapshot snapshot) {
        return snapshot.pipeline().latest().orElseThrow().status();
    }

    private String used() {
        return release.connection()
                .ecs()
                .describeServices(request -> request.cluster(cluster).services(SERVICE))
                .services()
                .getFirst()
                .taskDefinition();
    }

    private String said(ReleaseSnapshot over) {
        return over.pipeline().stages().getLast().actions().getFirst().failure().message();
    }

    @Test
    void newTasksTakeThePlaceOfTheOldOnesWithinTheBand() {
        service(true);
        commit(FILE, definitions(container, image));
        pipeline(Map.of());

        var moving = release.until(snapshot -> snapshot.rolling() != null
                && snapshot.rolling().deployments().size() == 2);
        assertThat(moving.rolling().running()).isBetween(moving.rolling().minimum(), moving.rolling().maximum());
        assertThat(moving.rolling().isMoving()).isTrue();
        assertThat(moving.rolling().circuitBreaker()).isTrue();

        var over = release.untilOver();
        assertThat(status(over)).isEqualTo(Status.SUCCEEDED);
        assertThat(over.rolling().deployments()).singleElement()
                .returns(Status.SUCCEEDED, RollingSnapshot.Deployment::rollout);
        assertThat(used()).isNotEqualTo(first);
        assertThat(Diagnosis.of(over, release.log())).isEmpty();
        var rows = release.recording().at(over.asOf(), 60).orElseThrow().timeline().rows();
        assertThat(rows).extracting(Timeline.Track::title)
                .containsExactly("Pipeline", "Deployment", "New tasks", "Listener", "New targets");
        assertThat(rows.get(1).bars()).singleElement().satisfies(bar -> {
            assertThat(bar.label()).isEqualTo(name(used()));
            assertThat(bar.end()).isNotNull();
        });
        assertThat(rows.get(2).bars()).extracting(Timeline.Bar::label).startsWith("starting").endsWith("2 RUNNING");
    }

    @Test
    void twoReleasesAreComparedByTheImageAndTheRevisionThatEachRegistered() {
        service(true);
        commit(FILE, definitions(container, image));
        pipeline(Map.of());
        release.untilOver();
        var other = image.replaceAll("[:@][^/]*$", ":latest");
        commit(FILE, definitions(container, other));
        release.connection().codePipeline().startPipelineExecution(request -> request.name(PIPELINE));
        release.untilOver();

        var history = new ExecutionHistory(release.connection());
        var runs = history.list(PIPELINE, 2).stream().map(each -> history.run(PIPELINE, each)).toList();
        var comparison = new RunComparison(release.connection()).compare(runs.getLast(), runs.getFirst());

        assertThat(comparison.changes())
                .contains(new Comparison.Change("Image", image, other))
                .anyMatch(change -> change.field().equals("Task definition") && change.after().equals(name(used())));
    }

    private static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    @Test
    void anImageThatCannotBePulledTripsTheCircuitBreakerWhichGoesBack() {
        service(true);
        commit(FILE, definitions(container, image.replaceAll("[:@][^/]*$", ":no-such-tag")));
        pipeline(Map.of());

        var over = release.untilOver();
        assertThat(status(over)).isEqualTo(Status.FAILED);
        assertThat(said(over)).isEqualTo("Service deployment rolled back because the circuit breaker threshold was exceeded.");
        release.step(Duration.ofMinutes(5));
        assertThat(used()).isEqualTo(first);
        var why = Diagnosis.of(over, release.log()).orElseThrow();
        assertThat(why.kind()).isEqualTo(Why.Kind.ROLLED_BACK);
        assertThat(why.headline()).contains("image");
    }

    @Test
    void withoutACircuitBreakerTheActionEndsAtItsTimeout() {
        service(false);
        commit(FILE, definitions(container, image.replaceAll("[:@][^/]*$", ":no-such-tag")));
        pipeline(Map.of("DeploymentTimeout", "10"));

        // The service goes on trying when the action has long given up.
        var over = release.until(snapshot -> snapshot.pipeline() != null && status(snapshot) == Status.FAILED);
        assertThat(over.rolling().isMoving()).isTrue();
        assertThat(said(over)).contains("did not reach a steady state within 10 minutes");
        assertThat(over.pipeline().stages().getLast().actions().getFirst().span().length(over.asOf()).orElseThrow())
                .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        assertThat(Diagnosis.of(over, release.log()).orElseThrow().evidence())
                .anyMatch(each -> each.text().contains("CannotPullContainerError"));
    }

    @Test
    void aMissingDefinitionsFileIsNamedWithItsArtifact() {
        service(true);
        commit("imageDetail.json", "{\"ImageURI\":\"" + image + "\"}");
        pipeline(Map.of());

        assertThat(said(release.untilOver()))
                .startsWith("Did not find the image definition file imagedefinitions.json in the input artifacts ZIP file.");
        assertThat(used()).isEqualTo(first);
    }

    @Test
    void aFileOfAnotherFormOrOfAnotherContainerChangesNothing() {
        service(true);
        commit(FILE, "{\"ImageURI\":\"" + image + "\"}");
        pipeline(Map.of());
        assertThat(said(release.untilOver()))
                .isEqualTo("The image definition file imagedefinitions.json contains invalid JSON format");

        commit(FILE, definitions("no-such-container", image));
        release.connection().codePipeline().startPipelineExecution(request -> request.name(PIPELINE));
        assertThat(said(release.untilOver())).contains("has no container with the name no-such-container");
        assertThat(used()).isEqualTo(first);
    }
}
