package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one member of Parameters. */
final class ParameterReader {
    private static final Set<String> PLAIN =
            Set.of("String", "Number", "CommaDelimitedList", "List<Number>", "List<String>");

    /** AWS's own types whose values must exist in the account; each may also be in a {@code List<…>}. */
    private static final Set<String> EXISTING = Set.of(
            "AWS::EC2::AvailabilityZone::Name",
            "AWS::EC2::Image::Id",
            "AWS::EC2::Instance::Id",
            "AWS::EC2::KeyPair::KeyName",
            "AWS::EC2::SecurityGroup::GroupName",
            "AWS::EC2::SecurityGroup::Id",
            "AWS::EC2::Subnet::Id",
            "AWS::EC2::Volume::Id",
            "AWS::EC2::VPC::Id",
            "AWS::Route53::HostedZone::Id");

    private static final Set<String> MEMBERS = Set.of(
            "Type",
            "Default",
            "NoEcho",
            "Description",
            "AllowedValues",
            "AllowedPattern",
            "ConstraintDescription",
            "MinLength",
            "MaxLength",
            "MinValue",
            "MaxValue");

    private ParameterReader() {}

    static ParameterDeclaration read(String name, JsonNode node) {
        if (!node.path("Type").isTextual()) {
            throw ValidationError.format("Every Parameters object must contain a Type member.");
        }
        node.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw ValidationError.of("Invalid template parameter property '" + member + "'");
            }
        });
        var type = node.get("Type").textValue();
        checkType(name, type);
        return new ParameterDeclaration(
                name,
                type,
                text(node, "Default"),
                node.path("NoEcho").asBoolean(),
                text(node, "Description"),
                allowedValues(node.path("AllowedValues")),
                pattern(name, text(node, "AllowedPattern")),
                text(node, "ConstraintDescription"),
                integer(node, "MinLength"),
                integer(node, "MaxLength"),
                number(node, "MinValue"),
                number(node, "MaxValue"));
    }

    private static void checkType(String name, String type) {
        if (type.startsWith("AWS::SSM::Parameter::")) {
            throw ValidationError.format(
                    "The practice cloud has no Systems Manager parameters: type " + type + " of parameter " + name);
        }
        var element = type.startsWith("List<") && type.endsWith(">") ? type.substring(5, type.length() - 1) : type;
        if (!PLAIN.contains(type) && !EXISTING.contains(element)) {
            throw ValidationError.format("Unrecognized parameter type: " + type);
        }
    }

    private static List<String> allowedValues(JsonNode written) {
        if (!written.isMissingNode() && !written.isArray()) {
            throw ValidationError.format("Every AllowedValues member must be a list.");
        }
        var values = new ArrayList<String>();
        written.forEach(value -> values.add(value.asText()));
        return List.copyOf(values);
    }

    private static @Nullable String pattern(String name, @Nullable String pattern) {
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException invalid) {
                throw ValidationError.of("Parameter '" + name + "' AllowedPattern must be a valid regular expression.");
            }
        }
        return pattern;
    }

    private static @Nullable String text(JsonNode node, String member) {
        var value = node.path(member);
        if (value.isContainerNode()) {
            throw ValidationError.format("Every " + member + " member must be a string.");
        }
        return value.isMissingNode() ? null : value.asText();
    }

    private static @Nullable Integer integer(JsonNode node, String member) {
        var number = number(node, member);
        return number == null ? null : number.intValue();
    }

    private static @Nullable BigDecimal number(JsonNode node, String member) {
        var text = text(node, member);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException invalid) {
            throw ValidationError.format("Every " + member + " member must be a number.");
        }
    }
}
