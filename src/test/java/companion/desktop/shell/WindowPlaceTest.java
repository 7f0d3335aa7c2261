package companion.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final WindowPlace LEFT = new WindowPlace(0, 0, 1920, 1080);
    private static final WindowPlace RIGHT = new WindowPlace(1920, 0, 2560, 1440);

    @Test
    void aPlaceThatIsStillThereIsKept() {
        var place = new WindowPlace(2000, 40, 1440, 900);
        assertThat(place.on(List.of(LEFT, RIGHT))).contains(place);
    }

    @Test
    void aPlaceOnAScreenThatIsGoneIsForgotten() {
        assertThat(new WindowPlace(2000, 40, 1440, 900).on(List.of(LEFT))).isEmpty();
    }

    @Test
    void aWindowThatCouldNotBeGrabbedIsForgotten() {
        assertThat(new WindowPlace(1850, 40, 1440, 900).on(List.of(LEFT))).isEmpty();
        assertThat(new WindowPlace(100, 1060, 1440, 900).on(List.of(LEFT))).isEmpty();
        assertThat(new WindowPlace(100, -30, 1440, 900).on(List.of(LEFT))).isEmpty();
    }

    @Test
    void aWindowIsNoLargerThanItsScreen() {
        assertThat(new WindowPlace(0, 0, 2560, 1440).on(List.of(LEFT)))
                .contains(new WindowPlace(0, 0, 1920, 1080));
    }

    @Test
    void isReadAsItWasWritten() {
        var place = new WindowPlace(-1200, 40, 1440, 900);
        assertThat(WindowPlace.of(place.values())).contains(place);
        assertThat(WindowPlace.of(Map.of("x", "1"))).isEmpty();
        assertThat(WindowPlace.of(Map.of("x", "a", "y", "1", "width", "1", "height", "1"))).isEmpty();
    }
}
