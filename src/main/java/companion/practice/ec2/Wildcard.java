package companion.practice.ec2;

import java.util.regex.Pattern;

/** A filter value: {@code *} stands for any characters, {@code ?} for one, a backslash takes the next one literally. */
final class Wildcard {
    private final Pattern pattern;

    Wildcard(String text) {
        var regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                regex.append(Pattern.quote(text.substring(++i, i + 1)));
            } else if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }
}
