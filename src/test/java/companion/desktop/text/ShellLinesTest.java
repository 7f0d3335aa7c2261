package companion.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellLinesTest {
    private static final String COMMAND = "aws deploy continue-deployment --deployment-id d-1 \\\n"
            + "    --deployment-wait-type TERMINATION_WAIT --region us-east-1";

    @Test
    void breaksBetweenOptionsAndKeepsAValueWithItsOption() {
        assertThat(ShellLines.wrap(COMMAND, 46)).isEqualTo("""
                aws deploy continue-deployment \\
                    --deployment-id d-1 \\
                    --deployment-wait-type TERMINATION_WAIT \\
                    --region us-east-1""");
    }

    @Test
    void breaksBeforeAValueThatDoesNotFitBesideItsOption() {
        assertThat(ShellLines.wrap(COMMAND, 35)).contains("    --deployment-wait-type \\\n        TERMINATION_WAIT \\\n");
    }

    @Test
    void takesAsFewLinesAsFit() {
        assertThat(ShellLines.wrap(COMMAND, 200)).doesNotContain("\n").contains("d-1 --deployment-wait-type");
    }

    @Test
    void keepsQuotedWordsTogether() {
        assertThat(ShellLines.wrap("git commit -m \"Updated Web App to v2\" --author me", 40))
                .isEqualTo("git commit -m \"Updated Web App to v2\" \\\n    --author me");
    }

    @Test
    void keepsCommandsApart() {
        assertThat(ShellLines.wrap("git add index.html\ngit push", 80)).isEqualTo("git add index.html\ngit push");
    }

    @Test
    void keepsAShortProgramWithItsFirstOption() {
        assertThat(ShellLines.wrap("sed -i '21s/Executing v1/Executing v2/' index.html", 40))
                .isEqualTo("sed -i \\\n    '21s/Executing v1/Executing v2/' index.html");
    }

    @Test
    void leavesAQuotedTextOfSeveralLinesAsItIs() {
        var text = "aws x --policy '{\n  \"a\": 1\n}' --region us-east-1";
        assertThat(ShellLines.wrap(text, 40)).isEqualTo(text);
    }
}
