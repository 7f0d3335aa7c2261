package companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GraphicsCardTest {
    @Test
    void linuxHasOneWhereTheKernelShowsADevice() {
        assertThat(GraphicsCard.isThere("Linux", file -> false)).isFalse();
        assertThat(GraphicsCard.isThere("Linux", Path.of("/dev/dri")::equals)).isTrue();
        assertThat(GraphicsCard.isThere("Linux", Path.of("/dev/nvidiactl")::equals)).isTrue();
        assertThat(GraphicsCard.isThere("Linux", Path.of("/dev/dxg")::equals)).isTrue();
    }

    @Test
    void otherSystemsHaveOne() {
        assertThat(GraphicsCard.isThere("Windows 11", file -> false)).isTrue();
        assertThat(GraphicsCard.isThere("Mac OS X", file -> false)).isTrue();
    }
}
