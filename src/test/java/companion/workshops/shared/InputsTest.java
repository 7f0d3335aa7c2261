package companion.workshops.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputsTest {
    @Test
    void repositoryNamesAreCheckedAsCodeCommitDoes() {
        var input = Inputs.repositoryName("MyRepo");

        assertThat(input.problem().apply(input.suggestion())).isEmpty();
        assertThat(input.problem().apply("my.repo_2-x")).isEmpty();
        assertThat(input.problem().apply("")).contains("The repository needs a name.");
        assertThat(input.problem().apply("repo.git")).contains("A repository name may not end in .git.");
        assertThat(input.problem().apply("my repo")).isPresent();
        assertThat(input.problem().apply("x".repeat(101))).get().asString().contains("101");
    }

    @Test
    void theBranchIsOneOfTheChoices() {
        var input = Inputs.branch(List.of("master", "main"));

        assertThat(input.suggestion()).isEqualTo("master");
        assertThat(input.problem().apply("main")).isEmpty();
        assertThat(input.problem().apply("trunk")).contains("The branch is master or main.");
    }

    @Test
    void theFolderIsAWholePath() {
        var input = Inputs.folder(Path.of("/home/ann/MyRepo"));

        assertThat(input.problem().apply("/tmp/x")).isEmpty();
        assertThat(input.problem().apply("MyRepo")).isPresent();
        assertThat(input.problem().apply(" ")).isPresent();
    }
}
