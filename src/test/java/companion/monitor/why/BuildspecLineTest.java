package companion.monitor.why;

import static org.assertj.core.api.Assertions.assertThat;

import companion.monitor.snapshot.BuildSnapshot.Buildspec;
import companion.monitor.snapshot.BuildSnapshot.Buildspec.Revision;
import companion.monitor.why.Why.Failed;
import companion.monitor.why.Why.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildspecLineTest {
    private static final Revision REVISION = new Revision("MyRepo", "4f2a91c");
    private static final Buildspec BUILDSPEC = new Buildspec(
            "ci/buildspec.yaml",
            """
            version: 0.2
            phases:
              pre_build:
                commands:
                  - npm ci
                  - "echo \\"it's on\\""
                  - 'echo it''s "off"'
              build:
                commands:
                  - echo twice
                  - |
                    set -e
                    make all
                  - echo twice
            """,
            REVISION);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "npm ci | 5",
        "echo \"it's on\" | 6",
        "echo it's \"off\" | 7",
        "make all | 13",
    })
    void aCommandIsFoundHoweverItIsQuoted(String command, int line) {
        assertThat(source(command)).isEqualTo(new Source("ci/buildspec.yaml", line, REVISION));
    }

    @Test
    void aScriptOfSeveralLinesIsFoundByItsFirst() {
        assertThat(source("set -e\nmake all")).extracting(Source::line).isEqualTo(12);
    }

    @Test
    void whatStandsThereTwiceOrNowhereHasNoLine() {
        assertThat(source("echo twice")).isNull();
        assertThat(source("npm")).isNull();
        assertThat(source("")).isNull();
    }

    private static Source source(String command) {
        return BuildspecLine.locate(new Failed(command, "exit status 1"), BUILDSPEC).source();
    }
}
