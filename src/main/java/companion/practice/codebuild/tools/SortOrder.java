package companion.practice.codebuild.tools;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How {@code sort} compares lines: by a key, as text, as numbers or as versions. */
final class SortOrder {
    private static final Pattern NUMBER = Pattern.compile("\\s*(-?\\d*\\.?\\d+)");

    private SortOrder() {}

    static Comparator<String> of(Flags flags) throws ToolException {
        var key = flags.value('k');
        var separator = flags.value('t');
        boolean numeric = flags.has('n') || flags.has('h') || key != null && key.contains("n");
        boolean reverse = flags.has('r') || key != null && key.contains("r");
        boolean version = flags.has('V') || key != null && key.contains("V");
        Comparator<String> order = numeric
                ? Comparator.comparingDouble(SortOrder::number)
                : version
                        ? SortOrder::versions
                        : flags.has('f') ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder();
        if (key != null) {
            var match =
                    Pattern.compile("(\\d+)(?:\\.\\d+)?[a-zA-Z]*(?:,(\\d+).*)?").matcher(key);
            if (!match.matches()) {
                throw new ToolException("invalid number at field start: invalid count at start of '" + key + "'");
            }
            int first = Integer.parseInt(match.group(1));
            int last = match.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(match.group(2));
            var byKey = order;
            order = (a, b) -> byKey.compare(field(a, separator, first, last), field(b, separator, first, last));
        }
        order = reverse ? order.reversed() : order;
        Comparator<String> lastResort = reverse ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return flags.has('u') || flags.has('s') ? order : order.thenComparing(lastResort);
    }

    private static String field(String line, @Nullable String separator, int first, int last) {
        var fields = separator == null ? line.strip().split("\\s+") : line.split(Pattern.quote(separator), -1);
        var text = new StringBuilder();
        for (int i = first; i <= Math.min(last, fields.length); i++) {
            text.append(text.isEmpty() ? "" : " ").append(fields[i - 1]);
        }
        return text.toString();
    }

    private static double number(String text) {
        var match = NUMBER.matcher(text);
        return match.lookingAt() ? Double.parseDouble(match.group(1)) : 0;
    }

    private static int versions(String a, String b) {
        var left = a.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        var right = b.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = left[i].matches("\\d{1,18}") && right[i].matches("\\d{1,18}");
            int order = numbers
                    ? Long.compare(Long.parseLong(left[i]), Long.parseLong(right[i]))
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
