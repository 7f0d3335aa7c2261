package companion.desktop.live.history;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.live.history.ComparisonModel.Value;
import companion.monitor.snapshot.Comparison;
import companion.monitor.snapshot.Comparison.Change;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.Span;
import companion.monitor.snapshot.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonModelTest {
    private static final String REPOSITORY = "123456789012.dkr.ecr.us-east-1.amazonaws.com/app";

    @Test
    void theExecutionsAreNamedByTheStartOfTheirIds() {
        var model = model(new Change("Message", "a", "b"));

        assertThat(model.before()).isEqualTo("5c13965e");
        assertThat(model.after()).isEqualTo("e59fdc19");
    }

    @Test
    void aCommitIsCutAndKeptInFull() {
        var commit = "677761e207f8e4d1fd6d82bf30c31f5c01b198f1";

        assertThat(row("Commit", "", commit).after()).isEqualTo(new Value("677761e", commit));
    }

    @Test
    void whatWasNotThereIsSaid() {
        assertThat(row("Task definition", "", "app:2").before().shown()).isEqualTo("none");
    }

    @Test
    void imagesOfOneRepositoryDifferByTheirTagsOnly() {
        var row = row("Image", REPOSITORY + ":build-1", REPOSITORY + ":build-2");

        assertThat(row.before().shown()).isEqualTo("build-1");
        assertThat(row.after()).isEqualTo(new Value("build-2", REPOSITORY + ":build-2"));
    }

    @Test
    void anImageByDigestIsNamedByIt() {
        assertThat(row("Image", "", REPOSITORY + "@sha256:6e1c").after().shown()).isEqualTo("sha256:6e1c");
    }

    @Test
    void imagesOfTwoRepositoriesAreNamedInFull() {
        var row = row("Image", REPOSITORY + ":1", REPOSITORY + "-next:1");

        assertThat(row.before().isCut()).isFalse();
        assertThat(row.after().shown()).isEqualTo(REPOSITORY + "-next:1");
    }

    @Test
    void durationsAreWrittenAsEverywhereElse() {
        assertThat(row("Duration of Deploy", "55 s", "445 s").after().shown()).isEqualTo("7:25");
    }

    private static ComparisonModel.Row row(String field, String before, String after) {
        return model(new Change(field, before, after)).rows().getFirst();
    }

    private static ComparisonModel model(Change change) {
        return ComparisonModel.of(new Comparison(
                execution("5c13965e-fd2c-4a64-aa7c-83e761d2ceec"), execution("e59fdc19-1d5e-4a64-aa7c-83e761d2ceec"),
                List.of(change), List.of()));
    }

    private static ExecutionSnapshot execution(String id) {
        return new ExecutionSnapshot(id, Status.SUCCEEDED, "STANDARD", "", "", Span.NONE, null, null);
    }
}
