package companion.practice.codebuild.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text behind a Dockerfile's keyword: variables, quoted words, key-value pairs, and the JSON form. */
final class Arguments {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE =
            Pattern.compile("\\\\\\$|\\$\\{([A-Za-z_]\\w*)(?::([-+])([^}]*))?\\}|\\$([A-Za-z_]\\w*)");

    private Arguments() {}

    static String expand(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            if (match.group().equals("\\$")) {
                return Matcher.quoteReplacement("$");
            }
            var value = variables.get(match.group(1) == null ? match.group(4) : match.group(1));
            boolean missing = value == null || value.isEmpty();
            if ("-".equals(match.group(2)) && missing || "+".equals(match.group(2)) && !missing) {
                value = match.group(3);
            } else if ("+".equals(match.group(2))) {
                value = "";
            }
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }

    /** Words, or the elements of a JSON array. */
    static List<String> words(String text) {
        if (text.startsWith("[")) {
            try {
                return List.of(JSON.readValue(text, String[].class));
            } catch (JsonProcessingException e) {
                // Not the JSON form after all, as in docker.
                return split(text);
            }
        }
        return split(text);
    }

    static boolean isJson(String text) {
        if (!text.startsWith("[")) {
            return false;
        }
        try {
            JSON.readValue(text, String[].class);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** {@code A=1 B="two words"}, or the old form {@code A the rest}. */
    static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        var words = split(text);
        if (!words.isEmpty() && !words.getFirst().contains("=")) {
            var parts = text.split("\\s+", 2);
            pairs.put(parts[0], parts.length > 1 ? parts[1] : "");
            return pairs;
        }
        for (var word : words) {
            int equals = word.indexOf('=');
            pairs.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        }
        return pairs;
    }

    private static List<String> split(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        char quote = 0;
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && quote != '\'') {
                word.append(text.charAt(++i));
                open = true;
            } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                open = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (open) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }
}
