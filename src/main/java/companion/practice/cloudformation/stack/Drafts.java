package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.ParameterValues;
import companion.practice.cloudformation.template.PreparedTemplate;
import companion.practice.cloudformation.template.PseudoParameters;
import companion.practice.cloudformation.template.RequiredCapabilities;
import companion.practice.cloudformation.template.Template;
import companion.practice.cloudformation.template.ValidationError;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Trust;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Makes the revision that a request describes, or refuses it. */
final class Drafts {
    private static final String SERVICE = "cloudformation.amazonaws.com";
    private static final int MAX_TAGS = 50;

    private final Room room;

    Drafts(Room room) {
        this.room = room;
    }

    /**
     * What create, update and change set requests have in common.
     *
     * @param roleArn null for the caller's own permissions
     */
    record Order(
            Template template,
            List<Parameter> parameters,
            List<Capability> capabilities,
            List<Tag> tags,
            List<String> notificationArns,
            @Nullable String roleArn) {}

    Revision draft(Order order, String stackName, String stackId, @Nullable Revision previous) {
        checkCapabilities(order.template(), order.capabilities());
        var before = previous == null ? null : previous.template().parameters().texts();
        var values = ParameterValues.resolve(
                order.template().parameters(), order.parameters(), before, new AccountValues(room));
        var place = room.place();
        var pseudo = new PseudoParameters(
                place.account(), place.region(), stackName, stackId, order.notificationArns());
        return new Revision(
                new PreparedTemplate(order.template(), values, pseudo),
                tags(order.tags()),
                order.capabilities(),
                order.notificationArns(),
                order.roleArn(),
                caller(order.roleArn()));
    }

    /** Who makes the calls: the service role if there is one, else the caller, through CloudFormation. */
    Caller caller(@Nullable String roleArn) {
        if (roleArn != null) {
            if (room.fabric().trust().assume(roleArn, SERVICE) != Trust.Answer.TRUSTED) {
                throw ValidationError.of("Role " + roleArn + " is invalid or cannot be assumed");
            }
            return Caller.service(roleArn, SERVICE, "AWSCloudFormation");
        }
        if (!Caller.CURRENT.isBound()) {
            return new Caller(room.place().globalArn("iam", "root"), room.place().account(), SERVICE);
        }
        var caller = Caller.CURRENT.get();
        return new Caller(caller.arn(), caller.userId(), SERVICE);
    }

    private static void checkCapabilities(Template template, List<Capability> given) {
        if (!template.transforms().isEmpty()) {
            if (!given.contains(Capability.CAPABILITY_AUTO_EXPAND)) {
                throw insufficient(List.of(Capability.CAPABILITY_AUTO_EXPAND));
            }
            throw ValidationError.of(
                    "Transforms are not supported by the practice cloud: " + template.transforms());
        }
        var missing = RequiredCapabilities.of(template).missing(given);
        if (!missing.isEmpty()) {
            throw insufficient(missing);
        }
    }

    private static RuntimeException insufficient(List<Capability> missing) {
        return Fault.of(
                InsufficientCapabilitiesException.builder(),
                "InsufficientCapabilitiesException",
                "Requires capabilities : " + missing);
    }

    private static Map<String, String> tags(List<Tag> given) {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : given) {
            if (tag.key() == null || tag.value() == null) {
                throw ValidationError.of("Tag key and value must not be null");
            }
            if (tag.key().startsWith("aws:")) {
                throw ValidationError.of("aws: prefixed tag key names are not allowed for external use.");
            }
            if (tags.put(tag.key(), tag.value()) != null) {
                throw ValidationError.of("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }
        if (tags.size() > MAX_TAGS) {
            throw ValidationError.of("Number of tags exceeds the limit of " + MAX_TAGS);
        }
        return tags;
    }
}
