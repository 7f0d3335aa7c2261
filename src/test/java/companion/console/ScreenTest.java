package companion.console;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Pace;
import companion.aws.Target;
import companion.workshop.Check;
import companion.workshop.Problem;
import companion.workshop.SessionState;
import companion.workshop.SessionState.CleanUpState;
import companion.workshop.SessionState.StageState;
import companion.workshop.SessionState.StepState;
import companion.workshop.StageStatus;
import companion.workshop.StepStatus;
import companion.workshop.Values;
import companion.workshop.Workshop;
import companion.workshops.Catalog;
import companion.workshops.shared.Site;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class ScreenTest {
    private final FakeTerminal fake = new FakeTerminal();
    private final Connection connection = new Connection(
            new Target.Practice(
                    URI.create("http://127.0.0.1:1"),
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret"))),
            "us-east-1",
            true,
            new CallTrace(InstantSource.system(), System::nanoTime));
    private final Workshop workshop = Catalog.entries()
            .getFirst()
            .factory()
            .at(new Site(connection, "123456789012", Pace.REAL, Path.of("/nowhere")), Path.of("/nowhere/MyRepo"));

    @AfterEach
    void close() {
        connection.close();
    }

    private SessionState state(StepStatus first) {
        var values = Values.suggestions(workshop.stages().stream()
                .flatMap(stage -> stage.inputs().stream())
                .toList());
        var stages = workshop.stages().stream()
                .map(stage -> new StageState(
                        stage,
                        StageStatus.WAITING,
                        List.of(new StepState(stage.steps(values).getFirst(), first)),
                        Duration.ZERO))
                .toList();
        return new SessionState(
                workshop,
                values,
                stages,
                "identity",
                List.of(),
                new CleanUpState(CleanUpState.Phase.NOT_STARTED, List.of(), null));
    }

    @Test
    void pipedProgressIsPlainLinesWithoutControlCharacters() {
        var screen = new Screen(fake.piped(Map.of()));

        screen.show(state(new StepStatus.Running("working", 0.5, 1)));
        screen.show(state(new StepStatus.Done(Check.found("You are ann"), Duration.ofMillis(400))));
        screen.show(state(new StepStatus.Done(Check.found("You are ann"), Duration.ofMillis(400))));

        assertThat(fake.errText()).isEqualTo("""
            Stage 1 of 8  Identity
              done     Ask who you are  STS GetCallerIdentity  0.4 s  You are ann
            """).doesNotContain("\u001b");
        assertThat(fake.outText()).isEmpty();
    }

    @Test
    void aTerminalShowsABarForTheRunningStep() {
        var screen = new Screen(fake.terminal(true, false, Map.of()));

        screen.show(state(new StepStatus.Running("5 of 10 resources", 0.5, 1)));

        assertThat(fake.errText()).contains("██████████░░░░░░░░░░  Ask who you are, 5 of 10 resources");
    }

    @Test
    void aFailureSaysWhatWhyWhatNextAndItsCode() {
        var screen = new Screen(fake.piped(Map.of()));

        screen.show(state(new StepStatus.Failed(
                new Problem("EXPIRED", "The keys have expired.", "They last an hour.", "Sign in again.", "request 1"),
                Duration.ZERO)));

        assertThat(fake.errText())
                .contains(
                        "failed",
                        "The keys have expired.",
                        "Why: They last an hour.",
                        "Next: Sign in again.",
                        "EXPIRED  request 1");
    }
}
