package companion.practice.ecs;

import companion.practice.fabric.ContainerImage;
import companion.practice.world.Blobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a container does once it is started. The practice cloud runs nginx and httpd for what they do with files; a
 * shell with nothing to do ends at once, as it does on Fargate; and of everything else it says plainly that it cannot
 * run it.
 */
sealed interface Program {

    /** Runs until it is stopped, and answers on the ports. */
    record Serves(List<Integer> ports, FileSite site) implements Program {}

    /**
     * Ends as soon as it is started.
     *
     * @param output what it prints before; null for nothing
     * @param reason why, for the container's description; null where AWS gives none either
     */
    record Exits(int code, @Nullable String output, @Nullable String reason) implements Program {}

    Set<String> WRAPPERS = Set.of("docker-entrypoint.sh", "tini", "dumb-init", "--", "exec");
    Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");
    Pattern SIMPLE = Pattern.compile("[^|&<>`$()\\n]*");
    Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /**
     * Finds out what an image does.
     *
     * @param arguments entry point and command, as the container definition and overrides change them
     * @param architecture that the task runs on, such as {@code amd64}
     */
    static Program of(ContainerImage image, List<String> arguments, String architecture, Blobs blobs) {
        if (!image.architecture().equals(architecture)) {
            var line = "exec " + (arguments.isEmpty() ? "/bin/sh" : arguments.getFirst()) + ": exec format error";
            return new Exits(1, line, line);
        }
        return of(image, arguments, blobs);
    }

    private static Program of(ContainerImage image, List<String> arguments, Blobs blobs) {
        var command = new ArrayList<>(arguments);
        while (!command.isEmpty() && WRAPPERS.contains(name(command))) {
            command.removeFirst();
        }
        if (command.isEmpty()) {
            return new Exits(0, null, null);
        }
        if (SHELLS.contains(name(command))) {
            return shell(image, command, blobs);
        }
        return switch (name(command)) {
            case "nginx", "nginx-debug" -> {
                var configuration = NginxConfiguration.of(image, blobs);
                yield new Serves(
                        configuration.ports(),
                        new FileSite(
                                image.files(),
                                blobs,
                                WebServer.nginx(image),
                                configuration.root(),
                                configuration.fallback()));
            }
            case "httpd", "httpd-foreground" -> new Serves(
                    List.of(80),
                    new FileSite(image.files(), blobs, WebServer.httpd(image), "/usr/local/apache2/htdocs", null));
            default -> unable(command);
        };
    }

    private static Program shell(ContainerImage image, List<String> command, Blobs blobs) {
        int script = command.indexOf("-c") + 1;
        if (script == 0) {
            return command.size() == 1 ? new Exits(0, null, null) : unable(command);
        }
        if (script >= command.size() || !SIMPLE.matcher(command.get(script)).matches()) {
            return unable(command);
        }
        var words = new ArrayList<String>();
        var word = WORD.matcher(command.get(script).strip());
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return of(image, words, blobs);
    }

    private static Program unable(List<String> command) {
        var reason = "The practice cloud runs only nginx and httpd in containers; it cannot run '"
                + String.join(" ", command) + "'.";
        return new Exits(127, reason, reason);
    }

    private static String name(List<String> command) {
        return Names.last(command.getFirst());
    }
}
