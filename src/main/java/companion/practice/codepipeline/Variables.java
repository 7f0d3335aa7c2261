package companion.practice.codepipeline;

import companion.practice.codepipeline.action.ActionFailed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code #{namespace.name}} in what an action declares. */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("#\\{([A-Za-z0-9@\\-_]+)\\.([A-Za-z0-9@\\-_]+)}");

    private Variables() {}

    /** @throws ActionFailed if a variable has no value, as CodePipeline fails such an action */
    static Map<String, String> resolve(Execution execution, Map<String, String> configuration) throws ActionFailed {
        var resolved = new LinkedHashMap<String, String>();
        for (var entry : configuration.entrySet()) {
            resolved.put(entry.getKey(), resolve(execution, entry.getValue()));
        }
        return resolved;
    }

    private static String resolve(Execution execution, String text) throws ActionFailed {
        var matcher = VARIABLE.matcher(text);
        var result = new StringBuilder();
        while (matcher.find()) {
            var value = switch (matcher.group(1)) {
                case "codepipeline" ->
                    matcher.group(2).equals("PipelineExecutionId") ? execution.id : null;
                case "variables" -> execution.variables.get(matcher.group(2));
                default -> execution.namespaces.getOrDefault(matcher.group(1), Map.of()).get(matcher.group(2));
            };
            if (value == null) {
                throw ActionFailed.configuration("An action configuration variable could not be resolved: " + matcher.group());
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(result).toString();
    }
}
