package companion.practice.codebuild.tools.awk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;

/** awk's {@code printf} and {@code sprintf}. */
final class Formatter {
    private Formatter() {}

    static String format(String format, List<Value> values) {
        var out = new StringBuilder();
        int used = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            int end = i + 1;
            while (end < format.length() && "-+ #0123456789.*".indexOf(format.charAt(end)) >= 0) {
                end++;
            }
            if (end == format.length()) {
                return out.append(format.substring(i)).toString();
            }
            var flags = format.substring(i + 1, end);
            char kind = format.charAt(end);
            i = end;
            if (kind == '%') {
                out.append('%');
                continue;
            }
            if (flags.contains("*")) {
                flags = flags.replace(
                        "*", used < values.size() ? values.get(used++).text() : "");
            }
            out.append(one(kind, flags, used < values.size() ? values.get(used) : Value.EMPTY));
            used++;
        }
        return out.toString();
    }

    /** {@code %g}, without the zeros that Java would leave at the end. */
    static String general(double number, int digits) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        var rounded = new BigDecimal(number, new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent < digits) {
            return rounded.toPlainString();
        }
        var mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static String one(char kind, String flags, Value value) {
        try {
            return switch (kind) {
                case 'd', 'i' -> String.format(Locale.ROOT, "%" + flags + "d", (long) value.number());
                case 'o', 'x', 'X', 'u' ->
                    String.format(Locale.ROOT, "%" + flags + (kind == 'u' ? 'd' : kind), (long) value.number());
                case 'f', 'F', 'e', 'E' ->
                    String.format(Locale.ROOT, "%" + flags + Character.toLowerCase(kind), value.number());
                case 'g', 'G' -> general(value.number(), 6);
                case 'c' ->
                    value.numeric()
                            ? String.valueOf((char) value.number())
                            : value.text().isEmpty() ? "" : value.text().substring(0, 1);
                default -> String.format(Locale.ROOT, "%" + flags + "s", value.text());
            };
        } catch (IllegalFormatException e) {
            return "%" + flags + kind;
        }
    }
}
