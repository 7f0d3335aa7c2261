package companion.practice.codebuild.awscli;

import java.util.Locale;

/** Names as the CLI writes them: {@code DescribeTaskDefinition} is {@code describe-task-definition}. */
final class Names {
    private Names() {}

    static String option(String member) {
        return member.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    /** {@code describe-task-definition} as a method of the SDK: {@code describeTaskDefinition}. */
    static String method(String command) {
        var name = operation(command);
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String operation(String command) {
        var name = new StringBuilder();
        for (var part : command.split("-")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return name.toString();
    }
}
