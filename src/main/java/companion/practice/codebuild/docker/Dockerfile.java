package companion.practice.codebuild.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Dockerfile.
 *
 * @param arguments ARG instructions before the first FROM
 * @param warnings what docker's linter says of it
 */
record Dockerfile(List<Instruction> arguments, List<Stage> stages, List<String> warnings) {

    /** @param keyword in capitals @param line where it begins, from 1 */
    record Instruction(String keyword, String text, int line) {}

    record Stage(
            String base,
            @Nullable String platform,
            @Nullable String name,
            Instruction from,
            List<Instruction> instructions) {}

    private static final Set<String> KEYWORDS = Set.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");

    static Dockerfile parse(String text) throws DockerException {
        var arguments = new ArrayList<Instruction>();
        var stages = new ArrayList<Stage>();
        var warnings = new ArrayList<String>();
        for (var instruction : instructions(text)) {
            if (!KEYWORDS.contains(instruction.keyword())) {
                throw problem(instruction.line(), "unknown instruction: " + instruction.keyword());
            }
            if (instruction.keyword().equals("MAINTAINER")) {
                warnings.add("MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line "
                        + instruction.line() + ")");
            }
            if (instruction.keyword().equals("FROM")) {
                stages.add(stage(instruction));
            } else if (!stages.isEmpty()) {
                stages.getLast().instructions().add(instruction);
            } else if (instruction.keyword().equals("ARG")) {
                arguments.add(instruction);
            } else {
                throw new DockerException("ERROR: failed to build: failed to solve: dockerfile parse error on line "
                        + instruction.line() + ": no build stage in current context");
            }
        }
        if (stages.isEmpty()) {
            throw new DockerException("ERROR: failed to build: failed to solve: file with no instructions");
        }
        return new Dockerfile(arguments, stages, warnings);
    }

    private static DockerException problem(int line, String message) {
        return new DockerException(
                "ERROR: failed to build: failed to solve: dockerfile parse error on line " + line + ": " + message);
    }

    private static Stage stage(Instruction from) throws DockerException {
        var words = new ArrayList<>(List.of(from.text().split("\\s+")));
        @Nullable String platform = null;
        if (words.getFirst().startsWith("--platform=")) {
            platform = words.removeFirst().substring("--platform=".length());
        }
        boolean named = words.size() == 3 && words.get(1).equalsIgnoreCase("AS");
        if (words.getFirst().isEmpty() || words.size() != 1 && !named) {
            throw problem(from.line(), "FROM requires either one or three arguments");
        }
        return new Stage(
                words.getFirst(),
                platform,
                named ? words.get(2).toLowerCase(Locale.ROOT) : null,
                from,
                new ArrayList<>());
    }

    private static List<Instruction> instructions(String text) {
        var all = new ArrayList<Instruction>();
        var lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int first = i;
            var logical = new StringBuilder();
            while (line.endsWith("\\") && i + 1 < lines.length) {
                logical.append(line, 0, line.length() - 1);
                line = lines[++i].strip();
                while ((line.startsWith("#") || line.isEmpty()) && i + 1 < lines.length) {
                    line = lines[++i].strip();
                }
            }
            logical.append(line);
            var words = logical.toString().split("\\s+", 2);
            all.add(new Instruction(
                    words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1].strip() : "", first + 1));
        }
        return all;
    }
}
