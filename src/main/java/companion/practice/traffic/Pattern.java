package companion.practice.traffic;

/** A text in which {@code *} stands for any characters and {@code ?} for one. */
public final class Pattern {
    private final java.util.regex.Pattern regex;

    private Pattern(String text, int flags) {
        var quoted = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '*' -> quoted.append(".*");
                case '?' -> quoted.append('.');
                default -> quoted.append(java.util.regex.Pattern.quote(String.valueOf(c)));
            }
        }
        regex = java.util.regex.Pattern.compile(quoted.toString(), flags | java.util.regex.Pattern.DOTALL);
    }

    public static Pattern caseSensitive(String text) {
        return new Pattern(text, 0);
    }

    public static Pattern anyCase(String text) {
        return new Pattern(text, java.util.regex.Pattern.CASE_INSENSITIVE);
    }

    public boolean matches(String value) {
        return regex.matcher(value).matches();
    }

    @Override
    public String toString() {
        return regex.pattern();
    }
}
