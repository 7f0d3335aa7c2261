package companion.practice.cloudformation.resource.iam;

import com.fasterxml.jackson.databind.JsonNode;
import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.iam.model.CreateServiceLinkedRoleRequest;

/** {@code AWS::IAM::ServiceLinkedRole}: Ref is the name that IAM gives it. */
public final class ServiceLinkedRoleType extends ResourceType {

    public ServiceLinkedRoleType() {
        super(
                "AWS::IAM::ServiceLinkedRole",
                "AWSServiceName! CustomSuffix! Description",
                "RoleName",
                Pace.seconds(15, 18));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        return cloud.iam()
                .createServiceLinkedRole(
                        desired.properties().fill(CreateServiceLinkedRoleRequest.builder()).build())
                .role()
                .roleName();
    }

    @Override
    public JsonNode attribute(Existing resource, String attribute, Services cloud) {
        return attribute.equals("RoleName") ? text(resource.physicalId()) : super.attribute(resource, attribute, cloud);
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        cloud.iam().updateRole(request -> request.roleName(current.physicalId())
                .description(desired.properties().text("Description", "")));
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        cloud.iam().deleteServiceLinkedRole(request -> request.roleName(resource.physicalId()));
    }
}
