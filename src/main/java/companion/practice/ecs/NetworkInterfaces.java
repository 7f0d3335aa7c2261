package companion.practice.ecs;

import companion.practice.fabric.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.Attachment;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.NetworkInterface;

/**
 * The elastic network interface of each task: one, in one of the task's subnets, for as long as the task lives. ECS keeps it in
 * its service-linked role, so the learner can neither delete it nor take its public address away.
 */
final class NetworkInterfaces {
    private final EcsRegion region;
    private final Caller service;

    NetworkInterfaces(EcsRegion region, ServiceLinkedRole role) {
        this.region = region;
        this.service = Caller.service(role.arn(), ServiceLinkedRole.SERVICE, "ecs-eni-provisioning");
    }

    /** The subnet for another task: the one in which the fewest of its siblings are. */
    static String spread(AwsVpcConfiguration network, List<TaskState> siblings) {
        return network.subnets().stream()
                .min(Comparator.comparingLong(
                        s -> siblings.stream().filter(t -> t.subnet.equals(s)).count()))
                .orElse("");
    }

    Attachment announced(String subnet) {
        return Attachment.builder()
                .id(region.world().ids().uuid())
                .type("ElasticNetworkInterface")
                .status("PRECREATED")
                .details(detail("subnetId", subnet))
                .build();
    }

    /** Makes the interface of a task and attaches it; answers why that failed, or null. */
    @Nullable String attach(TaskState task, AwsVpcConfiguration network) {
        var announced = task.view.attachments().getFirst();
        try {
            var made = ScopedValue.where(Caller.CURRENT, service)
                    .call(() -> make(task, network, region.arn("attachment/" + announced.id())));
            task.networkInterface = made.networkInterfaceId();
            task.ip = made.privateIpAddress();
            var details = new ArrayList<>(announced.details());
            details.add(detail("networkInterfaceId", made.networkInterfaceId()));
            if (made.macAddress() != null) {
                details.add(detail("macAddress", made.macAddress()));
            }
            if (made.privateDnsName() != null) {
                details.add(detail("privateDnsName", made.privateDnsName()));
            }
            details.add(detail("privateIPv4Address", made.privateIpAddress()));
            var seen = NetworkInterface.builder()
                    .attachmentId(announced.id())
                    .privateIpv4Address(made.privateIpAddress())
                    .build();
            task.change(t -> t.availabilityZone(made.availabilityZone())
                    .attachments(announced.toBuilder().status("ATTACHED").details(details).build())
                    .containers(task.view.containers().stream()
                            .map(c -> c.toBuilder().networkInterfaces(seen).build())
                            .toList()));
            return null;
        } catch (Ec2Exception e) {
            var details = e.awsErrorDetails();
            return "Unexpected EC2 error while attempting to Create Network Interface in subnet '" + task.subnet + "': "
                    + (details == null ? String.valueOf(e.getMessage()) : details.errorCode());
        }
    }

    private software.amazon.awssdk.services.ec2.model.NetworkInterface make(
            TaskState task, AwsVpcConfiguration network, String description) {
        var ec2 = region.services().ec2();
        var made = ec2.createNetworkInterface(
                        r -> r.subnetId(task.subnet).groups(network.securityGroups()).description(description))
                .networkInterface();
        if (network.assignPublicIp() == AssignPublicIp.ENABLED) {
            ec2.associateAddress(r -> r.networkInterfaceId(made.networkInterfaceId()));
        }
        return made;
    }

    void release(TaskState task) {
        var id = task.networkInterface;
        if (id != null) {
            try {
                ScopedValue.where(Caller.CURRENT, service)
                        .run(() -> region.services().ec2().deleteNetworkInterface(r -> r.networkInterfaceId(id)));
            } catch (Ec2Exception gone) {
                // Someone deleted it already, which is what was wanted.
            }
            task.networkInterface = null;
        }
        task.change(t -> t.attachments(task.view.attachments().stream()
                .map(a -> a.toBuilder().status("DELETED").build())
                .toList()));
    }

    /**
     * Checks that the subnets of a request exist.
     *
     * @throws software.amazon.awssdk.services.ecs.model.InvalidParameterException in ECS's words if one does not
     */
    void check(AwsVpcConfiguration network) {
        for (var subnet : network.subnets()) {
            try {
                region.services().ec2().describeSubnets(r -> r.subnetIds(subnet));
            } catch (Ec2Exception e) {
                var details = e.awsErrorDetails();
                throw EcsFaults.invalid("Error retrieving subnet information for [" + subnet + "]: "
                        + (details == null
                                ? e.getMessage()
                                : details.errorMessage() + " (ErrorCode: " + details.errorCode() + ")"));
            }
        }
    }

    private static KeyValuePair detail(String name, String value) {
        return KeyValuePair.builder().name(name).value(value).build();
    }
}
