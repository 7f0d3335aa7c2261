package companion.practice.cloudformation.stack;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.template.ParameterDeclaration;
import companion.practice.cloudformation.template.ParameterValues;
import companion.practice.cloudformation.template.Template;
import companion.practice.fabric.StandIns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;

/**
 * Takes the values of NoEcho parameters out of requests: CloudFormation checks them against their constraints and from then
 * on knows stand-ins only. A value that the template spells out itself (a default, an allowed value, what a condition
 * compares with) is no secret and stays, so that conditions are decided as on AWS.
 */
public final class SecretValues {
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private final Room room;
    private final Stacks stacks;
    private final TemplateSource source;
    private final StandIns standIns;

    public SecretValues(Room room, Stacks stacks, StandIns standIns) {
        this.room = room;
        this.stacks = stacks;
        this.source = new TemplateSource(room);
        this.standIns = standIns;
    }

    /** The request as it may be kept. Throws what the operation would throw if it cannot be told what is secret in it. */
    public SdkPojo redacted(SdkPojo request) {
        return switch (request) {
            case CreateStackRequest create when create.hasParameters() -> create.toBuilder()
                    .parameters(redacted(
                            create.parameters(), source.template(create.templateBody(), create.templateURL()), null))
                    .build();
            case UpdateStackRequest update when update.hasParameters() -> update.toBuilder()
                    .parameters(redacted(
                            update.parameters(),
                            template(
                                    update.usePreviousTemplate(),
                                    update.stackName(),
                                    update.templateBody(),
                                    update.templateURL()),
                            revision(update.stackName())))
                    .build();
            case CreateChangeSetRequest set when set.hasParameters() -> set.toBuilder()
                    .parameters(redacted(
                            set.parameters(),
                            template(
                                    set.usePreviousTemplate(), set.stackName(), set.templateBody(), set.templateURL()),
                            revision(set.stackName())))
                    .build();
            default -> request;
        };
    }

    private Template template(
            @Nullable Boolean previous, @Nullable String stack, @Nullable String body, @Nullable String url) {
        if (!Boolean.TRUE.equals(previous)) {
            return source.template(body, url);
        }
        return stacks.require(stack, "Stack [%s] does not exist").revision.template().template();
    }

    private @Nullable Revision revision(@Nullable String name) {
        var stack = name == null ? null : stacks.find(name);
        return stack == null ? null : stack.revision;
    }

    private List<Parameter> redacted(List<Parameter> given, Template template, @Nullable Revision before) {
        var declared = template.parameters();
        if (given.stream().anyMatch(parameter -> isSecret(declared.get(parameter.parameterKey())))
                || !declared.keySet().containsAll(keys(given))) {
            // Refuses what the operation would refuse, while the real values are still at hand.
            var previous = before == null ? null : before.template().parameters().texts();
            ParameterValues.resolve(declared, given, previous, new AccountValues(room));
        }
        var spelledOut = spelledOut(template);
        return given.stream()
                .map(parameter -> redacted(parameter, declared.get(parameter.parameterKey()), spelledOut))
                .toList();
    }

    private static Set<String> keys(List<Parameter> given) {
        return given.stream().map(Parameter::parameterKey).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Parameter redacted(Parameter given, @Nullable ParameterDeclaration declared, Set<String> spelledOut) {
        var value = given.parameterValue();
        if (value == null || declared == null || !isSecret(declared) || isOpen(value, declared, spelledOut)) {
            return given;
        }
        return given.toBuilder().parameterValue(standIn(value, declared)).build();
    }

    private static boolean isOpen(String value, ParameterDeclaration declared, Set<String> spelledOut) {
        return value.isEmpty()
                || value.equals(declared.defaultValue())
                || declared.allowedValues().contains(value)
                || spelledOut.contains(value);
    }

    /** AWS's own types name resources of the account, which are no secrets. */
    private static boolean isSecret(@Nullable ParameterDeclaration declared) {
        return declared != null && declared.noEcho() && !declared.elementType().startsWith("AWS::");
    }

    private String standIn(String value, ParameterDeclaration declared) {
        if (declared.isList()) {
            return List.of(value.split(",", -1)).stream()
                    .map(item -> item.isBlank() ? item : one(item, declared))
                    .collect(Collectors.joining(","));
        }
        return one(value, declared);
    }

    private String one(String value, ParameterDeclaration declared) {
        if (!declared.elementType().equals("Number")) {
            return standIns.of(value);
        }
        var least = whole(declared.minValue(), BigInteger.ZERO);
        return standIns.of(value, least, whole(declared.maxValue(), least.max(MOST))).toString();
    }

    private static BigInteger whole(@Nullable BigDecimal limit, BigInteger otherwise) {
        return limit == null ? otherwise : limit.toBigInteger();
    }

    private static Set<String> spelledOut(Template template) {
        var texts = new HashSet<String>();
        template.conditions().values().forEach(condition -> collect(condition, texts));
        return texts;
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.isValueNode()) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, texts));
    }
}
