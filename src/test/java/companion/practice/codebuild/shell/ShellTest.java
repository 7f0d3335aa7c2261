package companion.practice.codebuild.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.codebuild.tools.Toolbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell language. What is expected here is what bash 5.2 and dash 0.5.12 answer. */
class ShellTest {
    private final Stopwatch clock = new Stopwatch();
    private final FileTree files = new FileTree(clock::now);
    private final OutputBuffer out = new OutputBuffer();
    private final OutputBuffer err = new OutputBuffer();

    private int run(Dialect dialect, String script) {
        clock.restart(Instant.parse("2026-11-21T12:00:00Z"), Instant.parse("2026-11-21T13:00:00Z"));
        try {
            files.makeDirectories("/work");
            files.makeDirectories("/tmp");
        } catch (FileProblem e) {
            throw new AssertionError(e);
        }
        var programs = Toolbox.programs(Set.of());
        var machine = new Machine(files, clock, new Budget(300_000));
        return new Shell(dialect, machine, Map.of("HOME", "/root", "PATH", "/usr/bin"), "/work", programs::get)
                .run(script, new Streams(Input.empty(), out, err));
    }

    private String bash(String script) {
        run(Dialect.BASH, script);
        return out.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "echo hello   world \"a  b\" 'c  $x' => hello world a  b c  $x",
                "A=1; B=\"$A 2\"; echo $B ${B}x ${#B} => 1 2 1 2x 3",
                "echo ${X:-def} ${X:-\"two  words\"} \"${X:-\"q  q\"}\" => def two  words q  q",
                "Y=; echo [${Y:-e}][${Y-e}][${Y+set}][${Y:+set}] => [e][][set][]",
                "echo ${X:=new}; echo $X => new new",
                "f=path/to/file.tar.gz; echo ${f%.*} ${f%%.*} ${f#*/} ${f##*/} => path/to/file.tar path/to/file"
                        + " to/file.tar.gz file.tar.gz",
                "f=a/b/a; echo ${f/a/X} ${f//a/X} ${f:0:3} ${f: -1} ${f^^} => X/b/a X/b/X a/b a A/B/A",
                "echo $(echo a; echo b) `echo tick \\`echo in\\`` => a b tick in",
                "x=5; echo $((x+1*2)) $(( (1+2)*3 )) $((7/2)) $((x>3?1:0)) $((x++)) $x => 7 9 3 1 5 6",
                "true && echo yes || echo no; false && echo yes || echo no => yes no",
                "for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done => 1 3",
                "i=0; while [ $i -lt 3 ]; do echo $i; i=$((i+1)); done => 0 1 2",
                "case foo.txt in *.md) echo md;; *.txt|*.text) echo text;; esac => text",
                "f() { echo $1 $#; return 3; }; f \"a b\" c; echo $? => a b 2 3",
                "set -- '1 2' 3; for a in \"$@\"; do echo \"<$a>\"; done => <1 2> <3>",
                "IFS=,; x=a,b,c; for i in $x; do echo $i; done => a b c",
                "read a b <<< 'one two three'; echo \"$a|$b\" => one|two three",
                "[[ foo == f* && foo =~ ^f(o+)$ ]] && echo both => both",
                "(cd /tmp; pwd); pwd => /tmp /work",
                "A=1 env | grep '^A='; echo [$A] => A=1 []",
                "x=$(exit 7); echo $?; ! true; echo $? => 7 1",
                "set -o pipefail; false | true; echo $? => 1",
                "foo() { local v=in; echo $v; }; v=out; foo; echo $v => in out",
                "nosuchcmd 2>/dev/null; echo $?; ./nofile 2>/dev/null; echo $? => 127 127",
                "eval 'echo ev $((1+1))'; c='echo \"q\"'; $c => ev 2 \"q\"",
                "echo \"a$\" 5$ a => a$ 5$ a",
                "printf '%s-%s;' a b c; printf '%05d|%-3s|' 42 x => a-b;c-;00042|x  |",
                "if [ \"$UNSET\" == x ]; then echo a; elif ! false; then echo b; fi # comment => b",
            })
    void agreesWithBash(String script, String expected) {
        assertThat(bash(script).strip().replace("\n", " ")).isEqualTo(expected.strip());
    }

    @Test
    void redirectsAndGlobsOverItsOwnFiles() {
        var script = """
            mkdir -p d/e; echo hi > d/a.txt; echo ho >> d/a.txt; echo x > d/e/c.txt
            cat < d/a.txt | wc -l
            ls nofile > /dev/null 2>&1 || echo failed
            echo d/*.txt d/*/*.txt d/*.none
            { echo both; nosuch; } > log 2>&1; cat log | wc -l
            """;
        assertThat(bash(script)).isEqualTo("2\nfailed\nd/a.txt d/e/c.txt d/*.none\n2\n");
    }

    @Test
    void readsHereDocuments() {
        var script = """
            N=2
            cat <<EOF
            sum=$((N+1)) $(echo sub) "quoted" \\$N
            EOF
            cat <<'EOF' | tr a-z A-Z
            $N stays
            EOF
            """;
        assertThat(bash(script)).isEqualTo("sum=3 sub \"quoted\" $N\n$N STAYS\n");
    }

    @Test
    void endsAtTheFirstFailureWithErrexitUnlessSomebodyLooks() {
        assertThat(run(Dialect.BASH, "set -e; if false; then :; fi; false || true; echo ok; (exit 3); echo never"))
                .isEqualTo(3);
        assertThat(out.text()).isEqualTo("ok\n");
    }

    @Test
    void runsScriptsThatAreExecutable() {
        var script = """
            printf '#!/bin/bash\\necho ${1:0:2} $0\\nexit 5\\n' > s.sh
            ./s.sh abc; echo $?
            chmod +x s.sh && ./s.sh abc; echo $?
            sh s.sh xyz
            """;
        assertThat(run(Dialect.BASH, script)).isEqualTo(5);
        assertThat(out.text()).isEqualTo("126\nab ./s.sh\n5\nxy s.sh\n");
        assertThat(err.text()).isEqualTo("/codebuild/output/tmp/script.sh: line 5: ./s.sh: Permission denied\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "BASH => nosuch => 127 => line 4: nosuch: command not found",
                "DASH => nosuch => 127 => 4: nosuch: not found",
                "DASH => X=abc; echo ${X:0:2} => 2 => 4: Bad substitution",
                "DASH => [[ a == a ]] => 127 => 4: [[: not found",
                "DASH => cat <<< x => 2 => 4: Syntax error: redirection unexpected",
                "DASH => set -o pipefail => 2 => 4: set: Illegal option -o pipefail",
                "DASH => source x => 127 => 4: source: not found",
                "BASH => fi => 2 => line 4: syntax error near unexpected token `fi'",
                "BASH => if true; then echo a => 2 => line 4: syntax error: unexpected end of file",
                "BASH => set -u; echo $NOPE => 1 => line 4: NOPE: unbound variable",
                "BASH => cat < nofile => 1 => line 4: nofile: No such file or directory",
                "BASH => [ 1 -eq a ] => 2 => line 4: [: a: integer expression expected",
            })
    void wordsItsErrorsAsTheRealShellDoes(Dialect dialect, String script, int status, String message) {
        assertThat(run(dialect, script)).isEqualTo(status);
        assertThat(err.text()).isEqualTo("/codebuild/output/tmp/script.sh: " + message + "\n");
    }

    @Test
    void dashEchoReadsBackslashesAndKnowsNoOptionE() {
        run(Dialect.DASH, "echo 'a\\tb'; echo -e x");
        assertThat(out.text()).isEqualTo("a\tb\n-e x\n");
    }

    @Test
    void stopsWhatNeverEnds() {
        assertThatThrownBy(() -> bash("while true; do :; done")).isInstanceOf(EndlessException.class);
        assertThatThrownBy(() -> bash("while true; do sleep 60; done")).isInstanceOf(EndlessException.class);
        assertThatThrownBy(() -> bash("echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab | grep -E '^(a|aa)+\\1c$'"))
                .isInstanceOf(EndlessException.class);
        assertThatThrownBy(() -> bash("awk 'BEGIN { while (1) x++ }'")).isInstanceOf(EndlessException.class);
        assertThatThrownBy(() -> bash("jq -n '[range(1e9)]'")).isInstanceOf(EndlessException.class);
        assertThatThrownBy(() -> bash("jq -n '[range(0;1e9;1)] | length'")).isInstanceOf(EndlessException.class);
    }

    @Test
    void survivesEndlessRecursion() {
        assertThat(run(Dialect.BASH, "f() { f; }; f")).isNotZero();
        assertThat(run(Dialect.BASH, "(".repeat(100_000))).isNotZero();
    }

    @Test
    void sleepingTakesVirtualTime() {
        bash("sleep 2.5; date -u +%H:%M:%S");
        assertThat(out.text()).isEqualTo("12:00:02\n");
        assertThat(clock.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(2500));
    }
}
