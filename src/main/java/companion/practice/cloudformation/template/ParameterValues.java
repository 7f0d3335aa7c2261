package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/**
 * The values of a template's parameters: given, kept from before, or defaults.
 *
 * @param texts name to value, lists with commas
 */
public record ParameterValues(Map<String, ParameterDeclaration> declared, Map<String, String> texts) {
    private static final String MASK = "****";

    /**
     * Resolves and checks the values.
     *
     * @param given as a request gives them
     * @param previous the values that UsePreviousValue refers to; null for a new stack
     * @param existing whether a value of an AWS-specific type exists in the account: (type, value)
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException with AWS's text
     */
    public static ParameterValues resolve(
            Map<String, ParameterDeclaration> declared,
            List<Parameter> given,
            @Nullable Map<String, String> previous,
            ParameterRules.Existing existing) {
        var values = new LinkedHashMap<String, String>();
        var unknown = new ArrayList<String>();
        for (var parameter : given) {
            var key = parameter.parameterKey();
            if (!declared.containsKey(key)) {
                unknown.add(key);
            } else if (Boolean.TRUE.equals(parameter.usePreviousValue())) {
                if (previous == null || !previous.containsKey(key)) {
                    throw ValidationError.of("Invalid input for parameter key " + key + ". Cannot specify"
                            + " usePreviousValue as true for a parameter key not in the previous template");
                }
                values.put(key, previous.get(key));
            } else if (parameter.parameterValue() != null) {
                values.put(key, parameter.parameterValue());
            }
        }
        if (!unknown.isEmpty()) {
            throw ValidationError.of("Parameters: " + unknown + " do not exist in the template");
        }
        var texts = new LinkedHashMap<String, String>();
        var missing = new ArrayList<String>();
        declared.forEach((name, declaration) -> {
            var value = values.getOrDefault(name, declaration.defaultValue());
            if (value == null) {
                missing.add(name);
            } else {
                texts.put(name, value);
            }
        });
        if (!missing.isEmpty()) {
            throw ValidationError.of("Parameters: " + missing + " must have values");
        }
        texts.forEach((name, value) -> ParameterRules.check(declared.get(name), value, existing));
        return new ParameterValues(declared, texts);
    }

    /** What Ref gives, or null if there is no such parameter. */
    @Nullable JsonNode get(String name) {
        var text = texts.get(name);
        if (text == null) {
            return null;
        }
        if (!declared.get(name).isList()) {
            return JsonNodeFactory.instance.textNode(text);
        }
        var list = JsonNodeFactory.instance.arrayNode();
        elements(text).forEach(list::add);
        return list;
    }

    /** The same, with every NoEcho value hidden: what may be shown. */
    public ParameterValues masked() {
        var shown = new LinkedHashMap<>(texts);
        shown.replaceAll((name, text) -> declared.get(name).noEcho() ? MASK : text);
        return new ParameterValues(declared, shown);
    }

    /** As DescribeStacks shows them, NoEcho values hidden. */
    public List<Parameter> described() {
        return masked().texts.entrySet().stream()
                .map(entry -> Parameter.builder()
                        .parameterKey(entry.getKey())
                        .parameterValue(entry.getValue())
                        .build())
                .toList();
    }

    static List<String> elements(String text) {
        return text.isEmpty() ? List.of() : Stream.of(text.split(",", -1)).map(String::strip).toList();
    }
}
