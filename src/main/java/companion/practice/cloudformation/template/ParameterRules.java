package companion.practice.cloudformation.template;

import companion.practice.fabric.StandIns;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The constraints of a parameter, in AWS's words. A ConstraintDescription replaces the reason, as AWS does. */
public final class ParameterRules {
    private ParameterRules() {}

    /** Whether a value of an AWS-specific parameter type exists in the account and region. */
    @FunctionalInterface
    public interface Existing {
        boolean test(String type, String value);
    }

    static void check(ParameterDeclaration declared, String text, Existing existing) {
        var values = declared.isList() ? ParameterValues.elements(text) : List.of(text);
        for (var value : values) {
            if (declared.noEcho() && StandIns.isOne(value)) {
                // The value itself was checked before this took its place.
                continue;
            }
            if (!declared.allowedValues().isEmpty() && !declared.allowedValues().contains(value)) {
                throw broken(declared, "must be one of AllowedValues");
            }
            if (declared.elementType().equals("Number")) {
                checkNumber(declared, value);
            } else {
                checkString(declared, value);
            }
            if (declared.elementType().startsWith("AWS::") && !existing.test(declared.elementType(), value)) {
                throw ValidationError.of("Parameter validation failed: parameter value " + shown(declared, value)
                        + " for parameter name " + declared.name() + " does not exist");
            }
        }
    }

    private static void checkString(ParameterDeclaration declared, String value) {
        if (declared.minLength() != null && value.length() < declared.minLength()) {
            throw broken(declared, "must contain at least " + declared.minLength() + " characters");
        }
        if (declared.maxLength() != null && value.length() > declared.maxLength()) {
            throw broken(declared, "must contain at most " + declared.maxLength() + " characters");
        }
        if (declared.allowedPattern() != null && !value.matches(declared.allowedPattern())) {
            throw broken(declared, "must match pattern " + declared.allowedPattern());
        }
    }

    private static void checkNumber(ParameterDeclaration declared, String value) {
        var number = number(value);
        if (number == null) {
            throw broken(declared, "must be a number");
        }
        if (declared.minValue() != null && number.compareTo(declared.minValue()) < 0) {
            throw broken(declared, "must be a number not less than " + declared.minValue());
        }
        if (declared.maxValue() != null && number.compareTo(declared.maxValue()) > 0) {
            throw broken(declared, "must be a number not greater than " + declared.maxValue());
        }
    }

    private static @Nullable BigDecimal number(String value) {
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static AwsServiceException broken(ParameterDeclaration declared, String rule) {
        if (declared.constraintDescription() != null) {
            return ValidationError.of("Parameter " + declared.name() + " failed to satisfy constraint: "
                    + declared.constraintDescription());
        }
        return ValidationError.of("Parameter '" + declared.name() + "' " + rule);
    }

    private static String shown(ParameterDeclaration declared, String value) {
        return declared.noEcho() ? "****" : value;
    }
}
