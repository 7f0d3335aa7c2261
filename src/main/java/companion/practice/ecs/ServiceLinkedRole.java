package companion.practice.ecs;

import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** The role in which ECS itself acts. ECS makes it at its first use in an account. */
final class ServiceLinkedRole {
    private static final String NAME = "AWSServiceRoleForECS";
    static final String SERVICE = "ecs.amazonaws.com";

    private final EcsRegion region;

    ServiceLinkedRole(EcsRegion region) {
        this.region = region;
    }

    String arn() {
        return region.place().globalArn("iam", "role/aws-service-role/" + SERVICE + "/" + NAME);
    }

    /** Makes the role unless it is there. */
    void ensure() {
        var iam = region.services().iam();
        try {
            iam.getRole(r -> r.roleName(NAME));
        } catch (NoSuchEntityException absent) {
            try {
                iam.createServiceLinkedRole(r -> r.awsServiceName(SERVICE));
            } catch (InvalidInputException taken) {
                // Somebody made it at the same moment, which is as good.
            }
        }
    }
}
