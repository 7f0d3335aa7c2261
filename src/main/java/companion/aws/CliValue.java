package companion.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;

/** A value of a request as the CLI takes it: plain, as a list of words, in the shorthand syntax, or as JSON. */
final class CliValue {
    private static final Pattern SHORTHAND_WORD = Pattern.compile("[A-Za-z0-9_@%+:./<>*-]+");
    private static final Pattern SHELL_WORD = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private CliValue() {}

    static String of(Object value) {
        return switch (value) {
            case SdkPojo pojo -> shorthand(entries(pojo)).map(CliValue::quote).orElseGet(() -> json(pojo));
            case Map<?, ?> map -> shorthand(entries(map)).map(CliValue::quote).orElseGet(() -> json(map));
            case List<?> list -> list(list);
            default -> quote(String.valueOf(value));
        };
    }

    private static String list(List<?> list) {
        if (list.stream().allMatch(CliValue::isScalar)) {
            return list.stream().map(item -> quote(String.valueOf(item))).collect(Collectors.joining(" "));
        }
        var words = list.stream()
                .map(item -> item instanceof SdkPojo pojo ? shorthand(entries(pojo)) : Optional.<String>empty())
                .toList();
        if (words.stream().allMatch(Optional::isPresent)) {
            return words.stream().map(word -> quote(word.orElseThrow())).collect(Collectors.joining(" "));
        }
        return json(list);
    }

    private static List<Map.Entry<String, Object>> entries(SdkPojo pojo) {
        var entries = new ArrayList<Map.Entry<String, Object>>();
        RequestFields.of(pojo).forEach(member -> entries.add(Map.entry(member.name(), member.value())));
        return entries;
    }

    private static List<Map.Entry<String, Object>> entries(Map<?, ?> map) {
        var entries = new ArrayList<Map.Entry<String, Object>>();
        map.forEach((key, value) -> entries.add(
                Map.entry(String.valueOf(key), RequestFields.shown(String.valueOf(key), value))));
        return entries;
    }

    /** {@code Key=Value,Other=a,b}; empty where a value would need quoting or is itself a structure. */
    private static Optional<String> shorthand(List<Map.Entry<String, Object>> entries) {
        var words = new ArrayList<String>();
        for (var entry : entries) {
            var values = entry.getValue() instanceof Collection<?> many ? List.copyOf(many) : List.of(entry.getValue());
            if (values.isEmpty() || !values.stream().allMatch(CliValue::isShorthandWord)) {
                return Optional.empty();
            }
            words.add(
                    entry.getKey() + "=" + values.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(",", words));
    }

    private static boolean isScalar(Object value) {
        return !(value instanceof SdkPojo) && !(value instanceof Collection<?>) && !(value instanceof Map<?, ?>);
    }

    private static boolean isShorthandWord(Object value) {
        return isScalar(value) && SHORTHAND_WORD.matcher(String.valueOf(value)).matches();
    }

    private static String json(Object value) {
        return singleQuoted(RequestJson.of(value));
    }

    /** A word for a POSIX shell: bare, in double quotes where that is enough, else in single quotes. */
    static String quote(String text) {
        if (SHELL_WORD.matcher(text).matches()) {
            return text;
        }
        return text.chars().anyMatch(c -> "\"$`\\!\n".indexOf(c) >= 0) ? singleQuoted(text) : '"' + text + '"';
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
