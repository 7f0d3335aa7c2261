package companion.practice.cloudformation.resource.iam;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.Properties;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.cloudformation.resource.TagChange;
import companion.practice.fabric.Services;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/**
 * {@code AWS::IAM::Role}: Ref is the name. Inline policies and attachments are calls of their own; a deletion takes
 * away only those that the template made, so a role to which somebody attached more stays, with IAM's DeleteConflict.
 */
public final class RoleType extends ResourceType {

    public RoleType() {
        super(
                "AWS::IAM::Role",
                "RoleName! Path! AssumeRolePolicyDocument* Description ManagedPolicyArns MaxSessionDuration"
                        + " PermissionsBoundary Policies Tags",
                "Arn RoleId",
                Pace.seconds(15, 19).deleting(3));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var name = desired.nameFrom("RoleName", 64);
        var request = desired.properties()
                .without("ManagedPolicyArns", "Policies")
                .with("RoleName", name)
                .withTags(desired.tags())
                .fill(CreateRoleRequest.builder());
        cloud.iam().createRole(request.build());
        return name;
    }

    @Override
    public void configure(String role, Desired desired, Services cloud) {
        for (var policy : desired.properties().texts("ManagedPolicyArns")) {
            cloud.iam().attachRolePolicy(request -> request.roleName(role).policyArn(policy));
        }
        inline(desired.properties()).forEach((name, document) -> put(role, name, document, cloud.iam()));
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return switch (attribute) {
            case "Arn" -> text(role(resource, cloud).arn());
            case "RoleId" -> text(role(resource, cloud).roleId());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var role = current.physicalId();
        var before = current.properties();
        var after = desired.properties();
        var iam = cloud.iam();
        var changed = changed(before, after);
        if (changed.contains("AssumeRolePolicyDocument")) {
            iam.updateAssumeRolePolicy(
                    request -> request.roleName(role).policyDocument(after.document("AssumeRolePolicyDocument")));
        }
        if (changed.contains("Description") || changed.contains("MaxSessionDuration")) {
            iam.updateRole(request -> request.roleName(role)
                    .description(after.text("Description", ""))
                    .maxSessionDuration(Objects.requireNonNullElse(after.number("MaxSessionDuration"), 3600)));
        }
        if (changed.contains("PermissionsBoundary")) {
            setBoundary(role, after, iam);
        }
        Attachments.move(
                before.texts("ManagedPolicyArns"),
                after.texts("ManagedPolicyArns"),
                policy -> iam.attachRolePolicy(request -> request.roleName(role).policyArn(policy)),
                policy -> iam.detachRolePolicy(request -> request.roleName(role).policyArn(policy)));
        var kept = inline(after);
        inline(before).keySet().stream()
                .filter(name -> !kept.containsKey(name))
                .forEach(name -> iam.deleteRolePolicy(request -> request.roleName(role).policyName(name)));
        if (changed.contains("Policies")) {
            kept.forEach((name, document) -> put(role, name, document, iam));
        }
        retag(role, TagChange.between(current, desired), iam);
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        var role = resource.physicalId();
        var iam = cloud.iam();
        for (var policy : resource.properties().texts("ManagedPolicyArns")) {
            Attachments.ifThere(() -> iam.detachRolePolicy(request -> request.roleName(role).policyArn(policy)));
        }
        for (var name : inline(resource.properties()).keySet()) {
            Attachments.ifThere(() -> iam.deleteRolePolicy(request -> request.roleName(role).policyName(name)));
        }
        iam.deleteRole(request -> request.roleName(role));
    }

    private static Map<String, String> inline(Properties properties) {
        var policies = new LinkedHashMap<String, String>();
        properties.objects("Policies")
                .forEach(policy -> policies.put(policy.required("PolicyName"), policy.document("PolicyDocument")));
        return policies;
    }

    private static void put(String role, String name, String document, IamClient iam) {
        iam.putRolePolicy(request -> request.roleName(role).policyName(name).policyDocument(document));
    }

    private static void setBoundary(String role, Properties properties, IamClient iam) {
        var boundary = properties.text("PermissionsBoundary");
        if (boundary == null) {
            iam.deleteRolePermissionsBoundary(request -> request.roleName(role));
        } else {
            iam.putRolePermissionsBoundary(request -> request.roleName(role).permissionsBoundary(boundary));
        }
    }

    private static void retag(String role, TagChange change, IamClient iam) {
        if (!change.removed().isEmpty()) {
            iam.untagRole(request -> request.roleName(role).tagKeys(change.removed()));
        }
        if (!change.set().isEmpty()) {
            iam.tagRole(request -> request.roleName(role)
                    .tags(change.set().entrySet().stream()
                            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                            .toList()));
        }
    }

    private static Role role(Existing resource, Services cloud) {
        return cloud.iam().getRole(request -> request.roleName(resource.physicalId())).role();
    }
}
