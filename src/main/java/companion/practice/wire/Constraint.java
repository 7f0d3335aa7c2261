package companion.practice.wire;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * What one member of a request has to satisfy. Written {@code stages[].name!:1..100}: in each of the stages there must be a
 * name, of 1 to 100 characters.
 *
 * @param path names of members, a list's with {@code []}
 * @param least characters of a text, or the value of a number
 */
record Constraint(List<String> path, boolean required, long least, long most) {
    private static final Pattern FORM = Pattern.compile("([^!:]+)(!?)(?::(-?\\d*)\\.\\.(\\d*))?");
    private static final String FAILED = " failed to satisfy constraint: ";

    static Constraint parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("Not a constraint: " + text);
        }
        return new Constraint(
                List.of(form.group(1).split("\\.")),
                !form.group(2).isEmpty(),
                number(form.group(3), Long.MIN_VALUE),
                number(form.group(4), Long.MAX_VALUE));
    }

    /** Adds a sentence for each place in the model that does not satisfy this. */
    void check(SdkPojo model, List<String> violations) {
        check(model, 0, "", violations);
    }

    private void check(SdkPojo model, int depth, String where, List<String> violations) {
        var step = path.get(depth);
        var name = step.replace("[]", "");
        var here = where + Character.toLowerCase(name.charAt(0)) + name.substring(1);
        var value = member(model, name);
        if (depth == path.size() - 1) {
            leaf(value, here, violations);
        } else {
            descend(value, depth + 1, here, violations);
        }
    }

    private void descend(@Nullable Object value, int depth, String where, List<String> violations) {
        switch (value) {
            case SdkPojo model -> check(model, depth, where + ".", violations);
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    descend(items.get(i), depth, where + "." + (i + 1) + ".member", violations);
                }
            }
            case null, default -> {}
        }
    }

    private void leaf(@Nullable Object value, String where, List<String> violations) {
        switch (value) {
            case null -> {
                if (required) {
                    violations.add("Value null at '" + where + "'" + FAILED + "Member must not be null");
                }
            }
            case String text -> limit(text, text.length(), "length", where, violations);
            case Integer number -> limit(number, number, "value", where, violations);
            case Long number -> limit(number, number, "value", where, violations);
            default -> {}
        }
    }

    private void limit(Object value, long size, String what, String where, List<String> violations) {
        if (size < least || size > most) {
            violations.add("Value '" + value + "' at '" + where + "'" + FAILED + "Member must have " + what
                    + (size < least ? " greater than or equal to " + least : " less than or equal to " + most));
        }
    }

    private static @Nullable Object member(SdkPojo model, String name) {
        for (SdkField<?> field : model.sdkFields()) {
            if (field.memberName().equals(name)) {
                var value = field.getValueOrDefault(model);
                return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap ? null : value;
            }
        }
        throw new IllegalArgumentException(model.getClass().getSimpleName() + " has no member " + name);
    }

    private static long number(@Nullable String digits, long otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : Long.parseLong(digits);
    }
}
