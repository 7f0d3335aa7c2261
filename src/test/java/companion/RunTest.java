package companion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job: from nothing to version 2 served, and back to nothing. */
class RunTest {
    @TempDir
    Path folder;

    @Test
    void theWorkshopRunsToVersion2AndLeavesNothing() {
        var journey = new Journey(folder);

        var run = journey.run();

        assertThat(run.exit()).as(run.err()).isZero();
        var json = run.json();
        assertThat(json.path("workshop").asText()).isEqualTo("blue-green");
        assertThat(json.path("externalUrl").asText()).startsWith("http://127.0.0.1:");
        assertThat(json.path("stages").findValuesAsText("id"))
                .containsExactly(
                        "identity",
                        "set-up-stack",
                        "repository",
                        "roles",
                        "specs",
                        "deployment-group",
                        "pipeline",
                        "release",
                        "clean-up");
        assertThat(json.path("stages").findValuesAsText("status")).containsOnly("done");
        assertThat(json.path("stages")).allSatisfy(stage -> assertThat(stage.path("seconds").isNumber()).isTrue());
        assertThat(json.path("pages").path("before").asText()).contains("Executing v1 on AWS Fargate");
        assertThat(json.path("pages").path("after").asText()).contains("Executing v2 on AWS Fargate");
        assertThat(json.path("remaining").isArray()).isTrue();
        assertThat(json.path("remaining")).isEmpty();
        assertThat(journey.state()).as("a practice cloud left empty is forgotten").doesNotExist();
    }

    @Test
    void whatWasKeptIsThereForTheNextRunAndGoesWithCleanUp() {
        var journey = new Journey(folder);

        var first = journey.run("--keep");
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(texts(first.json().path("remaining"))).contains("MyFirstPipeline", "devops-cluster", "MyRepo");

        var again = journey.run("--keep");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).as("nothing is made twice").doesNotContain("  done     Create", "  done     Commit");
        assertThat(texts(again.json().path("remaining")))
                .containsExactlyInAnyOrderElementsOf(texts(first.json().path("remaining")));
        assertThat(again.json().path("pages").path("after").asText()).contains("Executing v2 on AWS Fargate");

        var cleanUp = journey.cleanUp();
        assertThat(cleanUp.exit()).as(cleanUp.err()).isZero();
        assertThat(cleanUp.json().path("remaining")).isEmpty();
        assertThat(Files.exists(journey.state())).isFalse();
    }

    @Test
    void whatTheLearnerEditedIsNotTakenForTheFirstCommit() throws IOException {
        var journey = new Journey(folder);
        var first = journey.run("--until", "repository");
        assertThat(first.exit()).as(first.err()).isZero();
        var page = folder.resolve("blue-green").resolve("MyRepo").resolve("index.html");
        Files.writeString(page, Files.readString(page).replace("v1", "v2"));

        var again = journey.run("--until", "repository");

        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).contains("already  Commit and push to master");
    }

    private static Iterable<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
