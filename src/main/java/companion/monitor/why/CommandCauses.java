package companion.monitor.why;

import companion.monitor.snapshot.BuildSnapshot.Settings;
import companion.monitor.why.Why.Failed;
import companion.monitor.why.Why.Field;
import companion.monitor.why.Why.Remedy.PrivilegedMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Causes that the output of a command and how it ended tell. */
final class CommandCauses {
    private static final Pattern NOT_FOUND =
            Pattern.compile("(?:line \\d+: |sh: (?:\\d+: )?)?([\\w./-]+): (?:command )?not found");
    private static final Pattern NO_FILE = Pattern.compile(
            "(?:stat|lstat|open|cannot access|can't open|cat:|cp:|cannot stat)\\s*'?([^\\s:']+)'?: [Nn]o such file or directory"
                    + "|([^\\s:']+): [Nn]o such file or directory");

    private CommandCauses() {}

    static Optional<Finding> find(String output, Failed failed, @Nullable Settings settings) {
        if (output.contains("Cannot connect to the Docker daemon") || output.contains("dial unix /var/run/docker.sock")) {
            return Optional.of(noDaemon(settings));
        }
        if (failed.how().endsWith(" 127")) {
            var name = NOT_FOUND.matcher(output);
            var command = name.find() ? name.group(1) : failed.what().split(" ")[0];
            return Optional.of(Finding.of(
                    "The build's image has no command " + command,
                    "Exit status 127 says that the shell found no program `" + command + "`. It is misspelt, or not "
                            + "installed in the build's image.",
                    Finding.step("Correct its name, or install it in the phase INSTALL")));
        }
        if (failed.how().endsWith(" 137")) {
            return Optional.of(Finding.of(
                    "The command was killed, most likely for want of memory",
                    "Exit status 137 says that the command was killed; that is what happens when the build's memory is used up.",
                    Finding.step("Choose a larger compute type", "UpdateProject")));
        }
        var file = NO_FILE.matcher(output);
        if (file.find()) {
            var name = file.group(1) == null ? file.group(2) : file.group(1);
            return Optional.of(Finding.of(
                    "A file is missing: " + name,
                    "The command needs `" + name + "`, and it is not there. Commands begin at the root of the source; "
                            + "capital letters count.",
                    Finding.step("Push the file, or correct the path in the buildspec")));
        }
        return Optional.empty();
    }

    private static Finding noDaemon(@Nullable Settings settings) {
        if (settings != null && settings.privileged()) {
            return Finding.of(
                    "The build container's Docker daemon does not answer",
                    "Privileged mode is on, so the image itself has to start the daemon; CodeBuild's own images do.",
                    Finding.step("Use one of CodeBuild's images, or start dockerd in the phase INSTALL"));
        }
        return Finding.of(
                "The build container has no Docker daemon",
                "The project runs without privileged mode. CodeBuild starts a Docker daemon only in a privileged container, so "
                        + "every `docker` command fails.",
                settings == null ? null : new Field("environment.privilegedMode", "true", "false"),
                Finding.step(
                        "Turn on privileged mode",
                        "UpdateProject",
                        settings == null ? null : new PrivilegedMode(settings.project())));
    }
}
