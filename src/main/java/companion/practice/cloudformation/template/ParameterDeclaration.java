package companion.practice.cloudformation.template;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member of a template's Parameters.
 *
 * @param type String, Number, CommaDelimitedList, {@code List<Number>} or a type such as {@code AWS::EC2::VPC::Id}
 * @param allowedValues empty if any value is allowed
 */
public record ParameterDeclaration(
        String name,
        String type,
        @Nullable String defaultValue,
        boolean noEcho,
        @Nullable String description,
        List<String> allowedValues,
        @Nullable String allowedPattern,
        @Nullable String constraintDescription,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal maxValue) {

    /** Whether a Ref to it gives a list. */
    public boolean isList() {
        return type.equals("CommaDelimitedList") || type.startsWith("List<");
    }

    /** The default as it may be shown. */
    public @Nullable String shownDefault() {
        return noEcho && defaultValue != null ? "****" : defaultValue;
    }

    /** The type of one value: {@code AWS::EC2::Subnet::Id} for {@code List<AWS::EC2::Subnet::Id>}. */
    public String elementType() {
        if (type.equals("CommaDelimitedList")) {
            return "String";
        }
        return type.startsWith("List<") ? type.substring(5, type.length() - 1) : type;
    }
}
