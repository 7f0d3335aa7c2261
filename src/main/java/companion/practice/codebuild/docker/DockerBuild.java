package companion.practice.codebuild.docker;

import companion.practice.codebuild.docker.Dockerfile.Instruction;
import companion.practice.codebuild.docker.Dockerfile.Stage;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.fabric.ContainerImage;
import companion.practice.fabric.Images;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds an image from a Dockerfile and a context, instruction by instruction. */
final class DockerBuild {
    private final Dockerfile file;
    private final String text;
    private final BuildContext context;
    private final Map<String, String> buildArguments;
    private final Images images;
    private final RunInstruction runner;
    private final Progress progress;
    private final Map<String, StageImage> stages = new LinkedHashMap<>();
    private final Map<String, String> globals = new LinkedHashMap<>();

    DockerBuild(
            Dockerfile file,
            String text,
            BuildContext context,
            Map<String, String> buildArguments,
            Images images,
            RunInstruction runner,
            Progress progress) {
        this.file = file;
        this.text = text;
        this.context = context;
        this.buildArguments = buildArguments;
        this.images = images;
        this.runner = runner;
        this.progress = progress;
    }

    /** @param target the stage to build, or null for the last one */
    ContainerImage run(@Nullable String target) throws DockerException {
        for (var argument : file.arguments()) {
            define(argument.text(), globals);
        }
        loadMetadata();
        @Nullable StageImage last = null;
        for (int i = 0; i < file.stages().size(); i++) {
            var stage = file.stages().get(i);
            last = build(stage);
            stages.put(Integer.toString(i), last);
            if (stage.name() != null) {
                stages.put(stage.name(), last);
                if (stage.name().equals(target)) {
                    break;
                }
            }
        }
        if (last == null || target != null && !stages.containsKey(target)) {
            throw new DockerException(
                    "ERROR: failed to build: failed to solve: target stage \"" + target + "\" could not be found");
        }
        return images.build(last.base, last.added, last.configuration, last.history);
    }

    private void loadMetadata() throws DockerException {
        progress.step(
                "[internal] load build definition from Dockerfile",
                20,
                "transferring dockerfile: " + Progress.size(text.length()) + " done");
        for (var base : file.stages().stream()
                .map(stage -> Arguments.expand(stage.base(), globals))
                .distinct()
                .toList()) {
            if (isStage(base) || base.equals("scratch")) {
                continue;
            }
            progress.begin("[internal] load metadata for " + Reference.parse(base.replaceFirst("@.*", "")));
            try {
                images.pull(base);
            } catch (Images.ImageNotFound e) {
                var message = base + ": failed to resolve source metadata for " + Reference.parse(base) + ": "
                        + e.getMessage();
                progress.error(message);
                throw unresolved(base, message);
            }
            progress.done(700);
        }
        progress.step("[internal] load .dockerignore", 10, "transferring context: 2B done");
        progress.step(
                "[internal] load build context",
                30,
                "transferring context: " + Progress.size(context.size()) + " done");
    }

    private DockerException unresolved(String base, String message) {
        var from = file.stages().stream()
                .filter(stage -> Arguments.expand(stage.base(), globals).equals(base))
                .findFirst()
                .orElseThrow()
                .from();
        return new DockerException("------\n > [internal] load metadata for " + base + ":\n------\n" + excerpt(from)
                + "ERROR: failed to build: failed to solve: " + message);
    }

    private boolean isStage(String name) {
        return file.stages().stream().anyMatch(stage -> name.equalsIgnoreCase(stage.name()));
    }

    private StageImage build(Stage stage) throws DockerException {
        var base = Arguments.expand(stage.base(), globals);
        var image = start(base);
        image.variables.put("TARGETPLATFORM", stage.platform() == null ? "linux/amd64" : stage.platform());
        int steps = 1
                + (int) stage.instructions().stream()
                        .filter(DockerBuild::makesLayer)
                        .count();
        var label = stage.name() == null ? "" : stage.name() + " ";
        progress.step(
                "[" + label + "1/" + steps + "] FROM " + base,
                4100,
                "resolve " + base + "@" + image.base.digest() + " done");
        int number = 1;
        for (var instruction : stage.instructions()) {
            if (makesLayer(instruction)) {
                number++;
                var expanded = instruction.keyword().equals("RUN")
                        ? instruction.text()
                        : Arguments.expand(instruction.text(), image.variables);
                progress.begin("[" + label + number + "/" + steps + "] " + instruction.keyword() + " " + expanded);
                layer(image, instruction, expanded, "[" + label + number + "/" + steps + "]");
            } else {
                configure(image, instruction);
            }
            image.history.add(instruction.keyword() + " " + instruction.text());
        }
        return image;
    }

    private StageImage start(String base) throws DockerException {
        var other = stages.get(base.toLowerCase(Locale.ROOT));
        if (other != null) {
            return new StageImage(other);
        }
        if (base.equals("scratch")) {
            return new StageImage(new ContainerImage(
                    "sha256:" + "0".repeat(64),
                    "linux",
                    "amd64",
                    List.of(),
                    List.of(),
                    Map.of(),
                    null,
                    List.of(),
                    Map.of()));
        }
        try {
            return new StageImage(images.pull(base));
        } catch (Images.ImageNotFound e) {
            throw new DockerException("ERROR: failed to build: failed to solve: " + base + ": " + e.getMessage());
        }
    }

    private static boolean makesLayer(Instruction instruction) {
        return List.of("RUN", "COPY", "ADD", "WORKDIR").contains(instruction.keyword());
    }

    private void layer(StageImage image, Instruction instruction, String expanded, String step) throws DockerException {
        switch (instruction.keyword()) {
            case "WORKDIR" -> {
                image.changeDirectory(expanded);
                progress.done(40);
            }
            case "RUN" -> run(image, instruction, step);
            default -> copy(image, instruction, expanded);
        }
    }

    private void run(StageImage image, Instruction instruction, String step) throws DockerException {
        var command = instruction.text().replaceAll("^(--\\w+(=\\S+)?\\s+)+", "");
        command = Arguments.isJson(command) ? String.join(" ", Arguments.words(command)) : command;
        var outcome = runner.run(image, command);
        var lines = outcome.output().lines().toList();
        lines.forEach(line -> progress.line("0.312 " + line));
        if (outcome.status() == 0) {
            progress.done(900);
            return;
        }
        var message =
                "process \"/bin/sh -c " + command + "\" did not complete successfully: exit code: " + outcome.status();
        progress.error(message);
        var tail = new StringBuilder("------\n > " + step + " RUN " + command + ":\n");
        lines.forEach(line -> tail.append("0.312 ").append(line).append('\n'));
        throw new DockerException(
                tail + "------\n" + excerpt(instruction) + "ERROR: failed to build: failed to solve: " + message);
    }

    private void copy(StageImage image, Instruction instruction, String expanded) throws DockerException {
        var from = context;
        var words = new ArrayList<>(Arguments.words(expanded));
        while (!words.isEmpty() && words.getFirst().startsWith("--")) {
            var option = words.removeFirst();
            if (option.startsWith("--from=")) {
                from = source(option.substring("--from=".length()));
            }
        }
        if (words.size() < 2) {
            throw new DockerException("ERROR: failed to build: failed to solve: dockerfile parse error on line "
                    + instruction.line()
                    + ": " + instruction.keyword() + " requires at least two arguments, but only " + words.size()
                    + " was provided. Destination could not be determined");
        }
        var target = words.removeLast();
        var path = FileTree.resolve(image.directory, target);
        if (words.size() > 1 && !target.endsWith("/") && !target.equals(".")) {
            throw new DockerException("ERROR: failed to build: failed to solve: dockerfile parse error on line "
                    + instruction.line() + ": When using " + instruction.keyword()
                    + " with more than one source file, the destination must be a directory and end with a /");
        }
        for (var source : words) {
            var found = from.match(source);
            if (found.isEmpty()) {
                var message =
                        "failed to calculate checksum of ref: \"" + FileTree.resolve("/", source) + "\": not found";
                progress.error(message);
                throw new DockerException("------\n > " + instruction.keyword() + " " + expanded + ":\n------\n"
                        + excerpt(instruction) + "ERROR: failed to build: failed to solve: " + message);
            }
            boolean renamed = from.isFile(source) && !target.endsWith("/") && !isDirectory(image, path);
            found.forEach((name, bytes) -> image.add(renamed ? path : FileTree.resolve(path, name), bytes));
        }
        progress.done(60);
    }

    private static boolean isDirectory(StageImage image, String path) {
        var prefix = path.equals("/") ? "/" : path + "/";
        return path.equals(image.directory)
                || image.base.files().keySet().stream().anyMatch(each -> each.startsWith(prefix))
                || image.added.keySet().stream().anyMatch(each -> each.startsWith(prefix));
    }

    private BuildContext source(String name) throws DockerException {
        var stage = stages.get(name.toLowerCase(Locale.ROOT));
        return (stage == null ? start(name) : stage).asContext(runner.blobs());
    }

    private void configure(StageImage image, Instruction instruction) {
        var value = Arguments.expand(instruction.text(), image.variables);
        switch (instruction.keyword()) {
            case "ARG" -> {
                var name = instruction.text().replaceFirst("=.*", "");
                if (!instruction.text().contains("=") && globals.containsKey(name)) {
                    image.variables.put(name, globals.get(name));
                }
                define(value, image.variables);
            }
            case "ENV" -> image.environment(Arguments.pairs(value));
            case "LABEL" -> image.label(Arguments.pairs(value));
            case "EXPOSE" -> Arguments.words(value).forEach(image::expose);
            case "CMD" -> image.configuration.put("Cmd", command(instruction.text()));
            case "ENTRYPOINT" -> {
                image.configuration.put("Entrypoint", command(instruction.text()));
                image.configuration.putIfAbsent("Cmd", List.of());
            }
            default -> {
                // MAINTAINER, USER, VOLUME, HEALTHCHECK, STOPSIGNAL, SHELL, ONBUILD: nothing here depends on them.
            }
        }
    }

    private static List<String> command(String text) {
        return Arguments.isJson(text) ? Arguments.words(text) : List.of("/bin/sh", "-c", text);
    }

    private void define(String text, Map<String, String> variables) {
        for (var entry : Arguments.pairs(text.contains("=") ? text : text + "=").entrySet()) {
            var given = buildArguments.get(entry.getKey());
            if (given != null) {
                variables.put(entry.getKey(), given);
            } else if (text.contains("=")) {
                variables.put(entry.getKey(), Arguments.expand(entry.getValue(), variables));
            }
        }
    }

    /** The lines around an instruction, as BuildKit shows what failed. */
    private String excerpt(Instruction instruction) {
        var lines = text.split("\r?\n", -1);
        var excerpt = new StringBuilder("Dockerfile:" + instruction.line() + "\n--------------------\n");
        for (int i = Math.max(1, instruction.line() - 2); i <= Math.min(lines.length, instruction.line() + 2); i++) {
            excerpt.append(String.format("%4d | %s %s\n", i, i == instruction.line() ? ">>>" : "   ", lines[i - 1]));
        }
        return excerpt.append("--------------------\n").toString();
    }
}
