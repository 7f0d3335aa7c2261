package companion.practice.traffic;

import java.util.regex.Pattern;

/** A text in which {@code *} stands for any characters and {@code ?} for one. */
public final class Wildcard {
    private final Pattern regex;

    private Wildcard(String text, int flags) {
        var quoted = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '*' -> quoted.append(".*");
                case '?' -> quoted.append('.');
                default -> quoted.append(Pattern.quote(String.valueOf(c)));
            }
        }
        regex = Pattern.compile(quoted.toString(), flags | Pattern.DOTALL);
    }

    public static Wildcard caseSensitive(String text) {
        return new Wildcard(text, 0);
    }

    public static Wildcard anyCase(String text) {
        return new Wildcard(text, Pattern.CASE_INSENSITIVE);
    }

    public boolean matches(String value) {
        return regex.matcher(value).matches();
    }

    @Override
    public String toString() {
        return regex.pattern();
    }
}
