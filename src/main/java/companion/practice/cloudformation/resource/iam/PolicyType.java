package companion.practice.cloudformation.resource.iam;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.iam.IamClient;

/** {@code AWS::IAM::Policy}: an inline policy of roles; Ref is a generated name. */
public final class PolicyType extends ResourceType {

    public PolicyType() {
        super("AWS::IAM::Policy", "PolicyName* PolicyDocument* Roles Groups~ Users~", "Id", Pace.seconds(15, 18));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        return desired.shortName();
    }

    @Override
    public void configure(String physicalId, Desired desired, Services cloud) {
        put(desired.properties(), cloud.iam());
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("Id") ? text(resource.physicalId()) : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var before = current.properties();
        var after = desired.properties();
        boolean renamed = !before.required("PolicyName").equals(after.required("PolicyName"));
        put(after, cloud.iam());
        for (var role : before.texts("Roles")) {
            if (renamed || !after.texts("Roles").contains(role)) {
                remove(role, before, cloud.iam());
            }
        }
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        resource.properties().texts("Roles").forEach(role -> remove(role, resource.properties(), cloud.iam()));
    }

    private static void put(Properties properties, IamClient iam) {
        for (var role : properties.texts("Roles")) {
            iam.putRolePolicy(request -> request.roleName(role)
                    .policyName(properties.text("PolicyName"))
                    .policyDocument(properties.document("PolicyDocument")));
        }
    }

    private static void remove(String role, Properties properties, IamClient iam) {
        Attachments.ifThere(() -> iam.deleteRolePolicy(
                request -> request.roleName(role).policyName(properties.text("PolicyName"))));
    }
}
