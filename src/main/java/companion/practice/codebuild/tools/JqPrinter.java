package companion.practice.codebuild.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;

/** Prints JSON the way {@code jq} does. */
final class JqPrinter {
    private String indent = "  ";
    private boolean compact;
    private boolean sorted;

    void compact() {
        compact = true;
    }

    void sortKeys() {
        sorted = true;
    }

    void tab() {
        indent = "\t";
    }

    void indent(int spaces) {
        indent = " ".repeat(spaces);
        compact = spaces == 0;
    }

    String print(JsonNode value) {
        var text = new StringBuilder();
        append(value, compact ? "" : "\n", text);
        return text.toString();
    }

    /** @param line what begins a line at the depth of the value; empty when all stands on one */
    private void append(JsonNode value, String line, StringBuilder text) {
        var inner = line.isEmpty() ? "" : line + indent;
        switch (value.getNodeType()) {
            case OBJECT -> {
                var fields = new ArrayList<>(value.properties());
                if (sorted) {
                    fields.sort(Map.Entry.comparingByKey());
                }
                if (fields.isEmpty()) {
                    text.append("{}");
                    return;
                }
                char before = '{';
                for (var field : fields) {
                    text.append(before).append(inner);
                    string(field.getKey(), text);
                    text.append(line.isEmpty() ? ":" : ": ");
                    append(field.getValue(), inner, text);
                    before = ',';
                }
                text.append(line).append('}');
            }
            case ARRAY -> {
                if (value.isEmpty()) {
                    text.append("[]");
                    return;
                }
                char before = '[';
                for (var element : value) {
                    text.append(before).append(inner);
                    append(element, inner, text);
                    before = ',';
                }
                text.append(line).append(']');
            }
            case STRING -> string(value.textValue(), text);
            case NUMBER -> text.append(number(value));
            default -> text.append(value.asText());
        }
    }

    private static String number(JsonNode value) {
        if (value.isBigDecimal()) {
            return value.decimalValue().toPlainString();
        }
        if (value.isFloatingPointNumber() && Double.isFinite(value.doubleValue())) {
            var plain = BigDecimal.valueOf(value.doubleValue()).toPlainString();
            return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
        }
        return value.asText();
    }

    private static void string(String value, StringBuilder text) {
        text.append('"');
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> text.append(c < ' ' || c == 0x7f ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        text.append('"');
    }
}
