package companion.practice.cloudformation.resource.iam;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.Policy;

/** {@code AWS::IAM::ManagedPolicy}: Ref is the ARN. */
public final class ManagedPolicyType extends ResourceType {

    public ManagedPolicyType() {
        super(
                "AWS::IAM::ManagedPolicy",
                "ManagedPolicyName! Path! Description! PolicyDocument* Roles Groups~ Users~",
                "PolicyArn PolicyId AttachmentCount DefaultVersionId",
                Pace.seconds(15, 18));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        var request = desired.properties()
                .without("Roles", "ManagedPolicyName")
                .with("PolicyName", desired.nameFrom("ManagedPolicyName", 128))
                .fill(CreatePolicyRequest.builder());
        return cloud.iam().createPolicy(request.build()).policy().arn();
    }

    @Override
    public void configure(String arn, Desired desired, Services cloud) {
        desired.properties()
                .texts("Roles")
                .forEach(role -> cloud.iam().attachRolePolicy(request -> request.roleName(role).policyArn(arn)));
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return switch (attribute) {
            case "PolicyArn" -> text(resource.physicalId());
            case "PolicyId" -> text(policy(resource, cloud.iam()).policyId());
            case "AttachmentCount" -> text(String.valueOf(policy(resource, cloud.iam()).attachmentCount()));
            case "DefaultVersionId" -> text(policy(resource, cloud.iam()).defaultVersionId());
            default -> super.attribute(resource, attribute, cloud);
        };
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        var arn = current.physicalId();
        var iam = cloud.iam();
        if (changed(current.properties(), desired.properties()).contains("PolicyDocument")) {
            // IAM keeps five versions at most; CloudFormation keeps the one in use.
            deleteOldVersions(arn, iam);
            iam.createPolicyVersion(request -> request.policyArn(arn)
                    .policyDocument(desired.properties().document("PolicyDocument"))
                    .setAsDefault(true));
        }
        Attachments.move(
                current.properties().texts("Roles"),
                desired.properties().texts("Roles"),
                role -> iam.attachRolePolicy(request -> request.roleName(role).policyArn(arn)),
                role -> iam.detachRolePolicy(request -> request.roleName(role).policyArn(arn)));
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        var arn = resource.physicalId();
        var iam = cloud.iam();
        for (var role : resource.properties().texts("Roles")) {
            Attachments.ifThere(() -> iam.detachRolePolicy(request -> request.roleName(role).policyArn(arn)));
        }
        deleteOldVersions(arn, iam);
        iam.deletePolicy(request -> request.policyArn(arn));
    }

    private static void deleteOldVersions(String arn, IamClient iam) {
        iam.listPolicyVersions(request -> request.policyArn(arn)).versions().stream()
                .filter(version -> !version.isDefaultVersion())
                .forEach(version -> iam.deletePolicyVersion(
                        request -> request.policyArn(arn).versionId(version.versionId())));
    }

    private static Policy policy(Existing resource, IamClient iam) {
        return iam.getPolicy(request -> request.policyArn(resource.physicalId())).policy();
    }
}
