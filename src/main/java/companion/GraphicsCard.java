package companion;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether something here draws OpenGL in hardware. Where nothing does, as in a virtual machine, Mesa draws it with a compiler of
 * its own in the process, which takes some 60 MB; JavaFX then draws better by itself.
 */
final class GraphicsCard {
    private static final List<Path> DEVICES =
            Stream.of("/dev/dri", "/dev/nvidiactl", "/dev/dxg").map(Path::of).toList();

    private GraphicsCard() {}

    /**
     * Other systems than Linux always have one.
     *
     * @param system {@code os.name}
     * @param exists whether there is such a file
     */
    static boolean isThere(String system, Predicate<Path> exists) {
        return !system.equals("Linux") || DEVICES.stream().anyMatch(exists);
    }
}
