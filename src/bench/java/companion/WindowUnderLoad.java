package companion;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * The window as the program opens it, but worked by {@link WindowHand}: {@code WindowUnderLoad JAR [connection options]}. Without a
 * display it is on JavaFX's headless platform.
 */
public final class WindowUnderLoad {
    private WindowUnderLoad() {}

    public static void main(String[] args) throws Exception {
        var builder = WindowProcess.builder(Path.of(args[0]));
        var command = builder.command();
        command.removeLast();
        command.add(command.removeLast() + File.pathSeparator + System.getProperty("java.class.path"));
        if (!WindowProcess.hasDisplay(System.getProperty("os.name"), System.getenv())) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true"));
        }
        command.add(WindowHand.class.getName());
        command.addAll(List.of(args).subList(1, args.length));
        System.exit(WindowProcess.run(builder));
    }
}
