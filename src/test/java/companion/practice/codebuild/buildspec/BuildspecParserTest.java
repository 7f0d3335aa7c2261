package companion.practice.codebuild.buildspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuildspecParserTest {

    private static void assertProblem(String text, String message) {
        assertThatThrownBy(() -> BuildspecParser.parse(text))
                .isInstanceOf(BuildspecException.class)
                .hasMessage(message);
    }

    @Test
    void readsAllSections() throws BuildspecException {
        var spec = BuildspecParser.parse("""
            version: 0.2
            env:
              shell: bash
              variables: {A: "1", B: 0.10}
              parameter-store: {P: /p}
              secrets-manager: {S: "name:key"}
              exported-variables: [A]
            phases:
              install:
                runtime-versions: {nodejs: 20}
                commands: [one]
                finally: [two]
              build:
                run-as: root
                on-failure: ABORT
                commands:
                  - 'echo "a: b"'
                  - |
                    if true; then
                      echo x
                    fi
            artifacts:
              files: ['**/*']
              base-directory: out
              discard-paths: yes
              name: app-$A
            cache:
              paths: [/root/.m2]
            """);

        assertThat(spec.variables()).containsEntry("A", "1").containsEntry("B", "0.10");
        assertThat(spec.parameterStore()).containsEntry("P", "/p");
        assertThat(spec.phase("install").runtimes()).containsEntry("nodejs", "20");
        assertThat(spec.phase("install").finallyCommands()).containsExactly("two");
        assertThat(spec.phase("build").commands()).containsExactly("echo \"a: b\"", "if true; then\n  echo x\nfi\n");
        assertThat(spec.phase("post_build").commands()).isEmpty();
        assertThat(spec.artifacts())
                .isEqualTo(new Buildspec.Artifacts(List.of("**/*"), List.of(), "out", true, "app-$A"));
        assertThat(spec.cachePaths()).containsExactly("/root/.m2");
    }

    @Test
    void saysWhatIsWrongInTheAgentsWords() {
        assertProblem("version: 1.0\nphases: {}\n", "invalid buildspec `version` specified: 1.0, see documentation");
        assertProblem(
                "version: 0.2\nphases:\n  artifacts:\n    files: [x]\n",
                "Invalid buildspec phase name: artifacts. Expecting: build,install,post_build,pre_build");
        assertProblem(
                "version: 0.2\nphases:\n  build:\n    commands:\n      - echo ok\n      - echo a: b\n",
                "Expected Commands[1] to be of string type: found subkeys instead at line 6, "
                        + "value of the key tag on line 5 might be empty");
        assertProblem(
                "version: 0.2\nphases:\n  install:\n    runtime-versions:\n      docker: 20\n",
                "Unknown runtime named 'docker'. This build image has the following runtimes: "
                        + "dotnet, golang, java, nodejs, php, python, ruby");
        assertThatThrownBy(() -> BuildspecParser.parse("version: 0.2\nphases: [a\n"))
                .hasMessageContaining(" at line ");
        assertThatThrownBy(() -> BuildspecParser.parse("")).isInstanceOf(BuildspecException.class);
    }
}
