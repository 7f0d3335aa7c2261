package companion.practice.codebuild.awscli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of an {@code aws} command.
 *
 * @param operands words without dashes: the service, the operation, and what {@code s3} takes
 * @param options by name without dashes; a flag has no values
 */
record CommandLine(List<String> operands, Map<String, List<String>> options) {
    private static final Set<String> FLAGS = Set.of(
            "debug",
            "no-verify-ssl",
            "no-paginate",
            "no-sign-request",
            "no-cli-pager",
            "no-include-email",
            "version",
            "recursive",
            "delete",
            "quiet",
            "only-show-errors",
            "dryrun",
            "human-readable",
            "summarize",
            "no-progress",
            "force");

    static CommandLine parse(List<String> words) {
        var operands = new ArrayList<String>();
        var options = new LinkedHashMap<String, List<String>>();
        @Nullable List<String> open = null;
        boolean single = false;
        for (var word : words) {
            if (word.startsWith("--") && word.length() > 2) {
                int equals = word.indexOf('=');
                var name = word.substring(2, equals < 0 ? word.length() : equals);
                var values = new ArrayList<String>();
                options.put(name, values);
                open = FLAGS.contains(name) || name.startsWith("no-") ? null : values;
                // --region and the like take one value, so that a command may follow them.
                single = operands.size() < 2;
                if (equals >= 0) {
                    values.add(word.substring(equals + 1));
                    open = null;
                }
            } else if (open != null) {
                open.add(word);
                open = single ? null : open;
            } else {
                operands.add(word);
            }
        }
        return new CommandLine(List.copyOf(operands), options);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    @Nullable
    String value(String option) {
        var values = options.get(option);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
