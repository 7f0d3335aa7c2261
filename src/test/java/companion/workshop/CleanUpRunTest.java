package companion.workshop;

import static companion.workshop.FakeWorkshop.thing;
import static org.assertj.core.api.Assertions.assertThat;

import companion.workshop.SessionState.CleanUpState.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanUpRunTest {
    @TempDir
    Path folder;

    private final List<String> log = FakeStep.log();
    private final FakeWorkshop fake = new FakeWorkshop();

    private WorkshopSession withTwoThings() throws Exception {
        var session = fake.open(folder, new FakeStep("one", log, thing("one")), new FakeStep("two", log, thing("two")));
        session.runStage("only").await();
        log.clear();
        return session;
    }

    private void removal(FakeStep step) {
        fake.removals.add(new CleanUp.Removal(1, List.of("Thing " + step.id()), step));
    }

    private static List<LedgerEntry.State> states(Session session) {
        return session.state().ledger().stream().map(LedgerEntry::state).toList();
    }

    @Test
    void everythingIsRemovedInOrderAndTheListingIsTheProof() throws Exception {
        removal(new FakeStep("two", log));
        removal(new FakeStep("one", log));
        try (var session = withTwoThings()) {
            assertThat(session.cleanUp().await()).isTrue();

            assertThat(log).containsExactly("check two", "run two", "check two", "check one", "run one", "check one");
            assertThat(states(session)).containsOnly(LedgerEntry.State.GONE);
            assertThat(session.state().cleanUp().phase()).isEqualTo(Phase.DONE);
            assertThat(session.state().cleanUp().proof()).hasSize(1);
            assertThat(session.state().stage("only").status()).isEqualTo(StageStatus.WAITING);
        }
    }

    @Test
    void whatIsHeldUpIsTriedAgainAfterTheRest() throws Exception {
        var held = new AtomicInteger(1);
        var states = new CopyOnWriteArrayList<LedgerEntry>();
        removal(new FakeStep("one", log).doing(_ -> {
            if (held.getAndDecrement() > 0) {
                throw new UnsupportedOperationException("has mapped public addresses");
            }
        }));
        removal(new FakeStep("two", log));
        try (var session = withTwoThings()) {
            session.listen(state -> states.addAll(state.ledger()));

            assertThat(session.cleanUp().await()).isTrue();

            assertThat(log.stream().filter(line -> line.startsWith("run")))
                    .containsExactly("run one", "run two", "run one");
            assertThat(states).anySatisfy(entry -> {
                assertThat(entry.state()).isEqualTo(LedgerEntry.State.HELD_UP);
                assertThat(entry.heldUpBy()).isEqualTo("has mapped public addresses");
            });
        }
    }

    @Test
    void whatStaysHeldUpIsAProblemThatNamesTheHolder() throws Exception {
        removal(new FakeStep("one", log).doing(_ -> {
            throw new UnsupportedOperationException("still in use");
        }));
        fake.proofs = List.of(new CleanUp.Proof("Things", "ListThings", List.of("one")));
        try (var session = withTwoThings()) {
            assertThat(session.cleanUp().await()).isFalse();

            assertThat(session.state().cleanUp().phase()).isEqualTo(Phase.FAILED);
            assertThat(session.state().cleanUp().problem().what()).contains("still in use");
            assertThat(states(session)).contains(LedgerEntry.State.HELD_UP);
        }
    }

    @Test
    void aFailureDoesNotKeepTheRestFromBeingRemoved() throws Exception {
        removal(new FakeStep("one", log).doing(_ -> {
            throw new IllegalArgumentException("denied");
        }));
        removal(new FakeStep("two", log));
        fake.proofs = List.of(new CleanUp.Proof("Things", "ListThings", List.of("one")));
        try (var session = withTwoThings()) {
            assertThat(session.cleanUp().await()).isFalse();

            assertThat(states(session)).containsExactly(LedgerEntry.State.LIVE, LedgerEntry.State.GONE);
            assertThat(session.state().cleanUp().problem().what()).isEqualTo("denied");
        }
    }

    @Test
    void somethingLeftInTheAccountIsNotASuccess() throws Exception {
        fake.proofs = List.of(new CleanUp.Proof("Stacks", "DescribeStacks", List.of("devops-cluster")));
        try (var session = withTwoThings()) {
            assertThat(session.cleanUp().await()).isFalse();

            assertThat(session.state().cleanUp().problem().what()).contains("devops-cluster");
        }
    }

    @Test
    void provingAloneRemovesNothing() throws Exception {
        removal(new FakeStep("one", log));
        fake.proofs = List.of(new CleanUp.Proof("Things", "ListThings", List.of("one")));
        try (var session = withTwoThings()) {
            session.prove().await();

            assertThat(log).isEmpty();
            assertThat(session.state().cleanUp().phase()).isEqualTo(Phase.NOT_STARTED);
            assertThat(session.state().cleanUp().proof()).hasSize(1);
        }
    }

    @Test
    void aThingThatWasPlannedOnlyIsLookedForToo() throws Exception {
        removal(new FakeStep("one", log).checking(Check.found("No thing one")));
        var broken = new FakeStep("one", FakeStep.log(), thing("one")).doing(_ -> {
            throw new IOException("cut off");
        });
        try (var session = fake.open(folder, broken)) {
            session.runStage("only").await();

            assertThat(session.cleanUp().await()).isTrue();

            assertThat(states(session)).containsExactly(LedgerEntry.State.GONE);
        }
    }
}
