package companion.workshop;

import static companion.workshop.FakeWorkshop.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopSessionTest {
    @TempDir
    Path folder;

    private final List<String> log = FakeStep.log();
    private final FakeWorkshop fake = new FakeWorkshop();

    private static StepStatus status(Session session, int step) {
        return session.state().stage("only").steps().get(step).status();
    }

    @Test
    void aStepIsCheckedThenRunThenCheckedAgain() throws Exception {
        try (var session = fake.open(folder, new FakeStep("a", log))) {
            assertThat(session.runStage("only").await()).isTrue();

            assertThat(log).containsExactly("check a", "run a", "check a");
            assertThat(status(session, 0)).isInstanceOf(StepStatus.Done.class);
            assertThat(session.state().stage("only").status()).isEqualTo(StageStatus.DONE);
        }
    }

    @Test
    void whatIsAlreadyThereIsSkipped() throws Exception {
        try (var session = fake.open(folder, new FakeStep("a", log).checking(Check.found("Found a")))) {
            session.runStage("only").await();

            assertThat(log).containsExactly("check a");
            assertThat(status(session, 0)).isInstanceOf(StepStatus.Skipped.class);
        }
    }

    @Test
    void aFailureStopsTheStageAndRunningAgainGoesOnThere() throws Exception {
        var broken = new AtomicInteger(1);
        var second = new FakeStep("b", log).doing(_ -> {
            if (broken.getAndDecrement() > 0) {
                throw new IOException("no luck");
            }
        });
        try (var session = fake.open(folder, new FakeStep("a", log), second, new FakeStep("c", log))) {
            assertThat(session.runStage("only").await()).isFalse();
            assertThat(status(session, 1)).isInstanceOfSatisfying(
                    StepStatus.Failed.class, failed -> assertThat(failed.problem().what()).isEqualTo("no luck"));
            assertThat(status(session, 2)).isEqualTo(new StepStatus.Waiting());
            assertThat(session.state().stage("only").status()).isEqualTo(StageStatus.FAILED);
            log.clear();

            assertThat(session.runStage("only").await()).isTrue();

            assertThat(log).containsExactly("check b", "run b", "check b", "check c", "run c", "check c");
        }
    }

    @Test
    void anErrorThatPassesIsTriedAgainAndOnlySuchAnError() throws Exception {
        var refusals = new AtomicInteger(2);
        var attempts = new CopyOnWriteArrayList<Integer>();
        var step = new FakeStep("a", log).doing(_ -> {
            if (refusals.getAndDecrement() > 0) {
                throw new IllegalStateException("role not known yet");
            }
        });
        try (var session = fake.open(folder, step)) {
            session.listen(state -> {
                if (state.stage("only").steps().getFirst().status() instanceof StepStatus.Running(_, _, var attempt)) {
                    attempts.add(attempt);
                }
            });

            assertThat(session.runStage("only").await()).isTrue();

            assertThat(attempts).contains(1, 2, 3).doesNotContain(4);
        }
    }

    @Test
    void whatNeverPassesFailsAfterTheLastAttempt() throws Exception {
        var step = new FakeStep("a", log).doing(_ -> {
            throw new IllegalStateException("role not known yet");
        });
        try (var session = fake.open(folder, step)) {
            assertThat(session.runStage("only").await()).isFalse();

            assertThat(log.stream().filter("run a"::equals)).hasSize(3);
        }
    }

    @Test
    void theLedgerHoldsAResourceBeforeTheCallIsMade() throws Exception {
        var inFile = new CopyOnWriteArrayList<String>();
        var step = new FakeStep("a", log, thing("one")).doing(_ ->
                inFile.addAll(Files.readAllLines(folder.resolve("ledger.tsv"))));
        try (var session = fake.open(folder, step)) {
            session.runStage("only").await();

            assertThat(inFile).singleElement().asString().contains("PLANNED", "Thing one");
            assertThat(session.state().ledger()).singleElement().satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(LedgerEntry.State.LIVE);
                assertThat(entry.stage()).isEqualTo("only");
            });
        }
    }

    @Test
    void theLedgerSurvivesACrashEvenInTheMiddleOfALine() throws Exception {
        var step = new FakeStep("a", log, thing("one")).doing(_ -> {
            throw new IOException("crash");
        });
        try (var session = fake.open(folder, step)) {
            session.runStage("only").await();
        }
        Files.writeString(folder.resolve("ledger.tsv"), "2026-11-21T00:00:00Z\tPLAN", StandardOpenOption.APPEND);

        try (var session = fake.open(folder, new FakeStep("a", log, thing("one")))) {
            assertThat(session.state().ledger()).singleElement()
                    .satisfies(entry -> assertThat(entry.state()).isEqualTo(LedgerEntry.State.PLANNED));
            session.runStage("only").await();
        }
        try (var session = fake.open(folder, new FakeStep("a", log))) {
            assertThat(session.state().ledger()).singleElement()
                    .satisfies(entry -> assertThat(entry.state()).isEqualTo(LedgerEntry.State.LIVE));
        }
    }

    @Test
    void twoSessionsCannotShareAFolder() throws Exception {
        try (var first = fake.open(folder)) {
            assertThat(first.state().ledger()).isEmpty();
            assertThatThrownBy(() -> fake.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("--workspace");
        }
    }

    @Test
    void cancelInterruptsTheRunningStepAndRunningAgainGoesOn() throws Exception {
        var started = new CountDownLatch(1);
        var first = new AtomicInteger(1);
        var step = new FakeStep("a", log, thing("one")).doing(_ -> {
            if (first.getAndDecrement() > 0) {
                started.countDown();
                new CountDownLatch(1).await();
            }
        });
        try (var session = fake.open(folder, step)) {
            var running = session.runStage("only");
            started.await();
            session.cancel();

            assertThat(running.await()).isFalse();
            assertThat(status(session, 0)).isEqualTo(new StepStatus.Stopped());
            assertThat(session.state().stage("only").status()).isEqualTo(StageStatus.STOPPED);
            assertThat(session.state().ledger()).hasSize(1);
            assertThat(session.runStage("only").await()).isTrue();
        }
    }

    @Test
    void stopAfterStepLetsTheStepEnd() throws Exception {
        var session = new Session[1];
        var step = new FakeStep("a", log).doing(_ -> session[0].stopAfterStep());
        try (var opened = fake.open(folder, step, new FakeStep("b", log))) {
            session[0] = opened;
            assertThat(opened.runStage("only").await()).isFalse();

            assertThat(status(opened, 0)).isInstanceOf(StepStatus.Done.class);
            assertThat(status(opened, 1)).isEqualTo(new StepStatus.Waiting());
        }
    }

    @Test
    void onlyTheNextStepRunsWhenAskedForOne() throws Exception {
        try (var session = fake.open(folder, new FakeStep("a", log), new FakeStep("b", log))) {
            session.runNextStep("only").await();

            assertThat(status(session, 0).isDone()).isTrue();
            assertThat(status(session, 1).isDone()).isFalse();
        }
    }

    @Test
    void whatDiffersAndCannotBeMendedIsShownAndNotRun() throws Exception {
        var branch = new Check.Difference("branch", "master", "main");
        var differs = new Check.Differs("Repository MyRepo", List.of(branch), false);
        try (var session = fake.open(folder, new FakeStep("a", log).checking(differs))) {
            assertThat(session.runStage("only").await()).isFalse();

            assertThat(log).containsExactly("check a");
            assertThat(status(session, 0)).isEqualTo(new StepStatus.Differs(differs));
        }
    }

    @Test
    void aCheckOnlyStepIsNeverRun() throws Exception {
        try (var session = fake.open(folder, new FakeStep("a", log).onlyChecking())) {
            assertThat(session.runStage("only").await()).isFalse();

            assertThat(log).containsExactly("check a");
            assertThat(status(session, 0)).isInstanceOf(StepStatus.Failed.class);
        }
    }

    @Test
    void refreshShowsTheTruthOfTheAccount() throws Exception {
        var made = new FakeStep("a", log, thing("one")).checking(Check.found("Found a"));
        try (var session = fake.open(folder, made, new FakeStep("b", log))) {
            session.refresh().await();

            assertThat(log).containsExactly("check a", "check b");
            assertThat(status(session, 0)).isInstanceOf(StepStatus.Skipped.class);
            assertThat(status(session, 1)).isEqualTo(new StepStatus.Waiting());
            assertThat(session.state().ledger()).hasSize(1);
        }
    }

    @Test
    void aRefreshGivesWayToWhateverElseIsAsked() throws Exception {
        var looking = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var checks = new AtomicInteger();
        var slow = new FakeStep("a", log) {
            @Override
            public Check check() throws Exception {
                if (checks.incrementAndGet() == 1) {
                    looking.countDown();
                    never.await();
                }
                return super.check();
            }
        };
        try (var session = fake.open(folder, slow)) {
            session.refresh();
            looking.await();

            assertThat(session.runStage("only").await()).isTrue();

            assertThat(status(session, 0)).isInstanceOf(StepStatus.Done.class);
        }
    }

    @Test
    void aRefreshStopsAtTheFirstStepThatCannotBeRead() throws Exception {
        var unreadable = new FakeStep("a", log) {
            @Override
            public Check check() {
                throw new IllegalStateException("no network");
            }
        };
        try (var session = fake.open(folder, unreadable, new FakeStep("b", log))) {
            assertThat(session.refresh().await()).isFalse();

            assertThat(status(session, 0)).isInstanceOf(StepStatus.Failed.class);
            assertThat(status(session, 1)).isEqualTo(new StepStatus.Waiting());
            assertThat(log).isEmpty();
        }
    }

    @Test
    void choicesAreCheckedKeptAndGivenToTheSteps() throws Exception {
        try (var session = fake.open(folder, values -> List.of(new FakeStep(values.get("name"), log)))) {
            assertThatThrownBy(() -> session.choose("name", " ")).hasMessage("A name is needed.");
            session.choose("name", "Other\\Thing");

            session.runStage("only").await();

            assertThat(log).contains("run Other\\Thing");
        }
        try (var session = fake.open(folder)) {
            assertThat(session.state().values().get("name")).isEqualTo("Other\\Thing");
        }
    }

    @Test
    void aNameThatThingsWereMadeWithStaysUntilTheyAreRemoved() throws Exception {
        try (var session = fake.open(folder, new FakeStep("a", log, thing("one")))) {
            session.runStage("only").await();

            assertThatThrownBy(() -> session.choose("name", "Other")).hasMessageContaining("Clean up first");
        }
    }

    @Test
    void listenersSeeEveryChangeInOrder() throws Exception {
        var seen = new CopyOnWriteArrayList<String>();
        try (var session = fake.open(folder, new FakeStep("a", log))) {
            session.listen(state ->
                    seen.add(state.stage("only").steps().getFirst().status().getClass().getSimpleName()));
            session.runStage("only").await();

            assertThat(seen.stream().distinct()).containsExactly("Waiting", "Checking", "Running", "Done");
            assertThat(session.state().running()).isNull();
        }
    }
}
