package companion.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;

import companion.desktop.context.Connection;
import companion.desktop.context.Connection.Kind;
import companion.desktop.gallery.Releases;
import companion.monitor.act.Act;
import companion.monitor.act.Steering;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private Pilot pilot(Kind kind) {
        return new Pilot(new Connection(kind, "AWS", "us-east-1", "441712342209"), performed::add, act -> "");
    }

    private static List<Act> acts() {
        return Steering.acts(Objects.requireNonNull(Releases.waiting().release()).snapshot());
    }
}
