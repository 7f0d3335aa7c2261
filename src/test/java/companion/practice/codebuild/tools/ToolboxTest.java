package companion.practice.codebuild.tools;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.codebuild.shell.Budget;
import companion.practice.codebuild.shell.Dialect;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Input;
import companion.practice.codebuild.shell.Machine;
import companion.practice.codebuild.shell.OutputBuffer;
import companion.practice.codebuild.shell.Shell;
import companion.practice.codebuild.shell.Stopwatch;
import companion.practice.codebuild.shell.Streams;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text tools, against what GNU's, gawk and jq print. */
class ToolboxTest {
    private final OutputBuffer out = new OutputBuffer();
    private final OutputBuffer err = new OutputBuffer();

    private int run(String script) {
        var clock = new Stopwatch();
        clock.restart(Instant.parse("2026-11-21T12:00:00Z"), Instant.MAX);
        var files = new FileTree(clock::now);
        try {
            files.makeDirectories("/work");
        } catch (FileProblem e) {
            throw new AssertionError(e);
        }
        var programs = Toolbox.programs(Set.of("docker"));
        var machine = new Machine(files, clock, new Budget(2_000_000));
        return new Shell(Dialect.BASH, machine, Map.of("STAGE", "prod"), "/work", programs::get)
                .run(script, new Streams(Input.empty(), out, err));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "echo a:b:c | cut -d: -f2; echo abcdef | cut -c 1-3; echo a:b:c | cut -d: -f1,3 => b abc a:c",
                "echo proj:uuid-1 | awk -F\":\" '{print $2}' => uuid-1",
                "printf 'a 1\\nb 2\\n' | awk '{s+=$2} END {print s, NR}' => 3 2",
                "printf 'x,y\\n' | awk -F, -v OFS=- '{$1=$1; print}' => x-y",
                "printf 'a 1\\nb 20\\n' | awk '$2 > 2 {print $1} /a/ {print \"m\", $0}' => m a 1 b",
                "echo 'hello world' | awk '{n=split($0,a,\" \"); gsub(/o/,\"0\"); print toupper(substr($0,1,4)), n,"
                        + " a[2], length($0)}' => HELL 2 world 11",
                "awk 'BEGIN { for (i=0;i<3;i++) if (i!=1) print i; printf \"%5.2f|%d\\n"
                        + "\", 3.14159, 42 }' => 0 2  3.14|42",
                "echo aaa | sed 's/a/b/2'; echo a/b | sed 's#/#-#'; echo abc | sed -E 's/(a)(b)/\\2\\1/' => aba a-b"
                        + " bac",
                "printf '1\\n2\\n3\\n' | sed -n '2,3p'; printf '1\\n2\\n' | sed '$d' => 2 3 1",
                "echo v1 > f; sed -i 's/v1/v2/' f; sed -i.bak 's/v2/v3/' f; cat f f.bak => v3 v2",
                "echo 'image: <IMAGE1_NAME>' | sed \"s|<IMAGE1_NAME>|repo:tag|g\" => image: repo:tag",
                "printf 'b\\na\\nb\\n' | sort | uniq -c | awk '{print $1 $2}' => 1a 2b",
                "printf '10\\n"
                        + "9\\n"
                        + "100\\n"
                        + "' | sort -rn | head -1; printf 'v1.10\\n"
                        + "v1.9\\n"
                        + "' | sort -V | tail -n1 => 100 v1.10",
                "echo 'foo bar' | grep -o 'o\\+'; echo foo | grep -q bar; echo $?; printf 'a\\n"
                        + "b\\n"
                        + "' | grep -vc a => oo 1 1",
                "echo hello | base64 | base64 -d; echo -n abc | sha256sum | cut -c 1-8 => hello ba7816bf",
                "echo a b | xargs -n1 echo x; echo z | xargs -I{} echo '<{}>' => x a x b <z>",
                "basename /a/b/c.txt .txt; dirname /a/b/c.txt => c /a/b",
                "echo Hello | tr a-z A-Z; echo 'a  b' | tr -s ' '; echo a1b2 | tr -d 0-9 => HELLO a b ab",
                "date -u -d @0 +%Y-%m-%dT%H:%M:%SZ; date => 1970-01-01T00:00:00Z Sat Nov 21 12:00:00 UTC 2026",
                "mkdir -p d/e && touch d/a.txt d/e/b.txt && find d -name '*.txt' -type f => d/a.txt d/e/b.txt",
                "mkdir -p d/e && touch d/e/b; cp -r d x && mv x/e y && ls y x => x:  y: b",
                "echo '$STAGE ${STAGE} $NOPE.' | envsubst => prod prod .",
                "mkdir s; echo in > s/f; zip -qr a.zip s; unzip -qo a.zip -d t; cat t/s/f => in",
                "which docker jq; which nosuch 2>/dev/null; echo $? => /usr/bin/docker /usr/bin/jq 1",
            })
    void printsWhatTheRealToolPrints(String script, String expected) {
        assertThat(run(script)).as(err.text()).isNotNegative();
        assertThat(out.text().strip().replace("\n", " ").replaceAll(" +$", "")).isEqualTo(expected.strip());
    }

    @Test
    void jqEditsTaskDefinitionsAsTheWorkshopsDo() {
        run("""
            echo '{"a":1,"b":null,"c":{"d":[1,2]}}' | jq 'del(.[] | nulls)'
            echo '{"taskDefinitionArns":["arn:1","arn:2"]}' | jq -r '.taskDefinitionArns[0]'
            echo '{"containerDefinitions":[{"name":"w","image":"o"}]}' \\
              | jq -c --arg image new '.containerDefinitions[0].image = $image'
            echo '{"k":{"z":1,"a":2}}' | jq -c '.k | keys, has("z"), (.q // "none"), tostring'
            echo '[{"n":1},{"n":2}]' | jq -c 'map(select(.n > 1)) | length, "\\(.[0].n)!"'
            jq -n -r 'env.STAGE, $ENV.STAGE'
            """);
        assertThat(out.text()).isEqualTo("""
            {
              "a": 1,
              "c": {
                "d": [
                  1,
                  2
                ]
              }
            }
            arn:1
            {"containerDefinitions":[{"name":"w","image":"new"}]}
            ["a","z"]
            true
            "none"
            "{\\"z\\":1,\\"a\\":2}"
            1
            "2!"
            prod
            prod
            """);
    }

    @Test
    void jqNeverSeesTheMachineThatItRunsOn() {
        run("jq -n -c 'env, $ENV, now'");
        assertThat(out.text()).isEqualTo("{\"STAGE\":\"prod\"}\n{\"STAGE\":\"prod\"}\n1795262400.004\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "cat nofile => 1 => cat: nofile: No such file or directory",
                "rm nofile => 1 => rm: cannot remove 'nofile': No such file or directory",
                "mkdir a/b => 1 => mkdir: cannot create directory 'a/b': No such file or directory",
                "cp x y => 1 => cp: cannot stat 'x': No such file or directory",
                "ls nofile => 2 => ls: cannot access 'nofile': No such file or directory",
                "cut -z x => 1 => cut: invalid option -- 'z'",
                "echo x | sed 's/a/b' => 1 => sed: -e expression #1, char 5: unterminated `s' command",
                "echo null | jq '.[' => 3 => jq: error: syntax error (Unix shell quoting issues?) at <top-level>, line"
                        + " 1:",
                "echo 1 | jq .a => 5 => jq: error (at <stdin>:0): Cannot index number with \"a\"",
                "awk '{system(\"ls\")}' <<< x => 2 => awk: function `system' not defined",
            })
    void failsAsTheRealToolFails(String script, int status, String message) {
        assertThat(run(script)).isEqualTo(status);
        assertThat(err.text()).startsWith(message);
    }
}
