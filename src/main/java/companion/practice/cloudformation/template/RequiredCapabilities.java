package companion.practice.cloudformation.template;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/**
 * What a caller must acknowledge before CloudFormation works a template.
 *
 * @param capability null if nothing need be acknowledged
 * @param types the resource types that are the reason
 */
public record RequiredCapabilities(@Nullable Capability capability, Set<String> types) {

    /** IAM types to the property that gives them a name of one's own; empty if there is none. */
    private static final Map<String, String> IAM = Map.of(
            "AWS::IAM::AccessKey", "",
            "AWS::IAM::Group", "GroupName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::Policy", "",
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::User", "UserName",
            "AWS::IAM::UserToGroupAddition", "");

    public static RequiredCapabilities of(Template template) {
        var types = new LinkedHashSet<String>();
        boolean named = false;
        for (var resource : template.resources().values()) {
            var name = IAM.get(resource.type());
            if (name != null) {
                types.add(resource.type());
                named |= !name.isEmpty() && resource.properties().has(name);
            }
        }
        var iam = named ? Capability.CAPABILITY_NAMED_IAM : Capability.CAPABILITY_IAM;
        return new RequiredCapabilities(types.isEmpty() ? null : iam, types);
    }

    /** What is required, as a list of one or none. */
    public List<Capability> all() {
        return capability == null ? List.of() : List.of(capability);
    }

    /** What is required and not among those given. */
    public List<Capability> missing(Collection<Capability> given) {
        if (capability == null
                || given.contains(Capability.CAPABILITY_NAMED_IAM)
                || capability == Capability.CAPABILITY_IAM && given.contains(Capability.CAPABILITY_IAM)) {
            return List.of();
        }
        return List.of(capability);
    }
}
