package companion.practice.codebuild.tools;

import companion.practice.codebuild.shell.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code date} by the virtual clock, which is in UTC as in every build image, and {@code sleep}, which takes its time.
 */
final class TimeTools {
    private static final Pattern RELATIVE =
            Pattern.compile("(?:now )?([+-]?\\d+) (second|minute|hour|day|week)s?( ago)?");

    private TimeTools() {}

    static int date(Call call) throws ToolException {
        var arguments =
                call.arguments().stream().filter(word -> !word.equals("--utc")).toList();
        var flags = Flags.parse(arguments, "ud:I", Map.of("date", 'd', "iso-8601", 'I'));
        var now = ZonedDateTime.ofInstant(call.machine().clock().now(), ZoneOffset.UTC);
        var when = flags.value('d') == null ? now : parse(now, flags.value('d'));
        if (flags.operands().isEmpty()) {
            call.println(format(when, flags.has('I') ? "%Y-%m-%d" : "%a %b %e %H:%M:%S UTC %Y"));
            return 0;
        }
        var operand = flags.operands().getFirst();
        if (!operand.startsWith("+")) {
            throw new ToolException("invalid date '" + operand + "'");
        }
        call.println(format(when, operand.substring(1)));
        return 0;
    }

    static int sleep(Call call) throws ToolException {
        if (call.arguments().isEmpty()) {
            throw new ToolException("missing operand");
        }
        for (var argument : call.arguments()) {
            if (!argument.matches("\\d*\\.?\\d+[smhd]?")) {
                throw new ToolException("invalid time interval '" + argument + "'");
            }
            char unit = argument.charAt(argument.length() - 1);
            long seconds = switch (unit) {
                case 'm' -> 60;
                case 'h' -> 3600;
                case 'd' -> 86_400;
                default -> 1;
            };
            double number = Double.parseDouble(
                    Character.isLetter(unit) ? argument.substring(0, argument.length() - 1) : argument);
            call.machine().clock().pass(Duration.ofMillis((long) (Math.min(number * seconds, 1e9) * 1000)));
        }
        return 0;
    }

    private static ZonedDateTime parse(ZonedDateTime now, String text) throws ToolException {
        var relative = RELATIVE.matcher(text.strip());
        if (relative.matches()) {
            long count = Long.parseLong(relative.group(1)) * (relative.group(3) == null ? 1 : -1);
            return now.plus(count, ChronoUnit.valueOf(relative.group(2).toUpperCase(Locale.ROOT) + "S"));
        }
        try {
            return switch (text) {
                case "now", "today", "" -> now;
                case "yesterday" -> now.minusDays(1);
                case "tomorrow" -> now.plusDays(1);
                default -> {
                    var instant = text.startsWith("@")
                            ? Instant.ofEpochSecond(Long.parseLong(text.substring(1)))
                            : text.length() == 10 ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text);
                    yield ZonedDateTime.ofInstant(instant, ZoneOffset.UTC);
                }
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new ToolException("invalid date '" + text + "'");
        }
    }

    /** The directives of {@code strftime}. */
    static String format(ZonedDateTime when, String format) {
        var text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                text.append(c);
                continue;
            }
            char directive = format.charAt(++i);
            boolean unpadded = directive == '-' && i + 1 < format.length();
            if (unpadded) {
                directive = format.charAt(++i);
            }
            var value = directive(when, directive);
            text.append(unpadded ? value.replaceFirst("^[0 ]+(?=.)", "") : value);
        }
        return text.toString();
    }

    private static String directive(ZonedDateTime when, char directive) {
        var pattern = switch (directive) {
            case 'Y' -> "yyyy";
            case 'y' -> "yy";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'N' -> "nnnnnnnnn";
            case 'j' -> "DDD";
            case 'p' -> "a";
            case 'a' -> "EEE";
            case 'A' -> "EEEE";
            case 'b', 'h' -> "MMM";
            case 'B' -> "MMMM";
            case 'e' -> "ppd";
            case 'F' -> "yyyy-MM-dd";
            case 'T' -> "HH:mm:ss";
            case 'R' -> "HH:mm";
            case 'D' -> "MM/dd/yy";
            case 'V' -> "ww";
            case 'u' -> "e";
            case 'c' -> "EEE MMM ppd HH:mm:ss yyyy";
            default -> "";
        };
        if (!pattern.isEmpty()) {
            return DateTimeFormatter.ofPattern(pattern, Locale.US).format(when);
        }
        return switch (directive) {
            case 's' -> Long.toString(when.toEpochSecond());
            case 'z' -> "+0000";
            case 'Z' -> "UTC";
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> "%" + directive;
        };
    }
}
