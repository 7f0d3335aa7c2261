package companion.desktop.live.act;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.context.Connection;
import companion.desktop.context.Connection.Kind;
import companion.desktop.context.ReadOnly;
import companion.desktop.gallery.Releases;
import companion.monitor.act.Act;
import companion.monitor.act.Steering;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PilotTest {
    private final List<Act> performed = new ArrayList<>();

    @Test
    void inThePracticeCloudNothingIsAskedTwice() {
        var pilot = pilot(Kind.PRACTICE);

        assertThat(acts()).noneMatch(pilot::asks);
    }

    @Test
    void inARealAccountWhatCannotBeUndoneIsAskedAndNamesTheAccount() {
        var pilot = pilot(Kind.REAL);

        assertThat(acts()).filteredOn(pilot::asks).extracting(Act::kind)
                .contains(Act.Kind.END_WAIT, Act.Kind.STOP_AND_ROLL_BACK, Act.Kind.STOP_EXECUTION)
                .doesNotContain(Act.Kind.RELEASE_CHANGE);
        assertThat(pilot.confirmation()).isEqualTo("Yes, in account 4417…2209");
    }

    @Test
    void aReadOnlyConnectionDoesNothingAndSaysWhy() {
        var pilot = pilot(Kind.REAL_READ_ONLY);

        acts().forEach(pilot::perform);

        assertThat(acts()).allSatisfy(act -> assertThat(pilot.blocked(act)).contains("This connection is read-only."));
        assertThat(performed).isEmpty();
    }

    @Test
    void aRealAccountIsReadOnlyUntilSomebodyTurnsItOff() {
        var connection = new Connection(Kind.REAL, "AWS", "us-east-1", "441712342209");
        var readOnly = new ReadOnly(connection);
        var pilot = new Pilot(connection, readOnly, performed::add, act -> List.of());

        acts().forEach(pilot::perform);
        assertThat(performed).isEmpty();
        assertThat(pilot.blocked(acts().getFirst()).orElseThrow()).startsWith("Read-only").contains("4417…2209");

        readOnly.turn(false);
        pilot.perform(acts().getFirst());
        assertThat(performed).hasSize(1);
    }

    @Test
    void whatIsHeldSaysWhyEverywhere() {
        var pilot = pilot(Kind.PRACTICE);
        pilot.hold(() -> Optional.of("Not now."));

        assertThat(pilot.offered(acts())).allSatisfy(act -> assertThat(act.blocked()).isPresent());
    }

    private Pilot pilot(Kind kind) {
        var connection = new Connection(kind, "AWS", "us-east-1", "441712342209");
        return new Pilot(connection, new ReadOnly(connection), performed::add, act -> List.of());
    }

    private static List<Act> acts() {
        return Steering.acts(Objects.requireNonNull(Releases.waiting().release()).snapshot());
    }
}
