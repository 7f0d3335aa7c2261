package companion.workshop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The learner's choices: a value for every input of a workshop. */
public record Values(Map<String, String> byInput) {
    public Values {
        byInput = Map.copyOf(byInput);
    }

    /** The suggestions of all inputs. */
    public static Values suggestions(List<Input> inputs) {
        var values = new LinkedHashMap<String, String>();
        inputs.forEach(input -> values.put(input.id(), input.suggestion()));
        return new Values(values);
    }

    /** @throws IllegalArgumentException if there is no such input */
    public String get(String inputId) {
        var value = byInput.get(inputId);
        if (value == null) {
            throw new IllegalArgumentException("No value for input " + inputId);
        }
        return value;
    }

    public Values with(String inputId, String value) {
        var values = new LinkedHashMap<>(byInput);
        values.put(inputId, value);
        return new Values(values);
    }
}
