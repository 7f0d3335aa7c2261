package companion.practice.cloudformation.resource;

import companion.practice.cloudformation.resource.ec2.ElasticIpType;
import companion.practice.cloudformation.resource.ec2.GatewayAttachmentType;
import companion.practice.cloudformation.resource.ec2.InternetGatewayType;
import companion.practice.cloudformation.resource.ec2.NatGatewayType;
import companion.practice.cloudformation.resource.ec2.RouteTableAssociationType;
import companion.practice.cloudformation.resource.ec2.RouteTableType;
import companion.practice.cloudformation.resource.ec2.RouteType;
import companion.practice.cloudformation.resource.ec2.SecurityGroupRuleType;
import companion.practice.cloudformation.resource.ec2.SecurityGroupType;
import companion.practice.cloudformation.resource.ec2.SubnetType;
import companion.practice.cloudformation.resource.ec2.VpcType;
import companion.practice.cloudformation.resource.ecs.ClusterCapacityProviderAssociationsType;
import companion.practice.cloudformation.resource.ecs.ClusterType;
import companion.practice.cloudformation.resource.ecs.ServiceType;
import companion.practice.cloudformation.resource.ecs.TaskDefinitionType;
import companion.practice.cloudformation.resource.elb.ListenerRuleType;
import companion.practice.cloudformation.resource.elb.ListenerType;
import companion.practice.cloudformation.resource.elb.LoadBalancerType;
import companion.practice.cloudformation.resource.elb.TargetGroupType;
import companion.practice.cloudformation.resource.iam.ManagedPolicyType;
import companion.practice.cloudformation.resource.iam.PolicyType;
import companion.practice.cloudformation.resource.iam.RoleType;
import companion.practice.cloudformation.resource.iam.ServiceLinkedRoleType;
import companion.practice.cloudformation.resource.pipeline.BuildProjectType;
import companion.practice.cloudformation.resource.pipeline.DeployApplicationType;
import companion.practice.cloudformation.resource.pipeline.DeploymentGroupType;
import companion.practice.cloudformation.resource.pipeline.EventRuleType;
import companion.practice.cloudformation.resource.pipeline.PipelineType;
import companion.practice.cloudformation.resource.pipeline.SourceRepositoryType;
import companion.practice.cloudformation.resource.queue.QueuePolicyType;
import companion.practice.cloudformation.resource.queue.QueueType;
import companion.practice.cloudformation.resource.storage.BucketPolicyType;
import companion.practice.cloudformation.resource.storage.BucketType;
import companion.practice.cloudformation.resource.storage.ImageRepositoryType;
import companion.practice.cloudformation.resource.storage.LogGroupType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All resource types that the practice CloudFormation can make, by name. */
public final class ResourceTypes {
    private final Map<String, ResourceType> byName = new LinkedHashMap<>();

    public ResourceTypes() {
        this(List.of(
                new VpcType(),
                new SubnetType(),
                new InternetGatewayType(),
                new GatewayAttachmentType(),
                new RouteTableType(),
                new RouteType(),
                new RouteTableAssociationType(),
                new ElasticIpType(),
                new NatGatewayType(),
                new SecurityGroupType(),
                SecurityGroupRuleType.ingress(),
                SecurityGroupRuleType.egress(),
                new LoadBalancerType(),
                new TargetGroupType(),
                new ListenerType(),
                new ListenerRuleType(),
                new ClusterType(),
                new ClusterCapacityProviderAssociationsType(),
                new TaskDefinitionType(),
                new ServiceType(),
                new RoleType(),
                new PolicyType(),
                new ManagedPolicyType(),
                new ServiceLinkedRoleType(),
                new BucketType(),
                new BucketPolicyType(),
                new ImageRepositoryType(),
                new LogGroupType(),
                new SourceRepositoryType(),
                new BuildProjectType(),
                new DeployApplicationType(),
                new DeploymentGroupType(),
                new PipelineType(),
                new EventRuleType(),
                new QueueType(),
                new QueuePolicyType(),
                new WaitConditionHandleType()));
    }

    ResourceTypes(List<ResourceType> types) {
        types.forEach(type -> byName.put(type.name(), type));
    }

    /**
     * The type of that name.
     *
     * @throws ResourceFailedException if AWS may have it, but the practice cloud does not
     */
    public ResourceType get(String name) {
        var type = byName.get(name);
        if (type == null) {
            throw new ResourceFailedException("Resource type " + name + " is not supported by the practice cloud");
        }
        return type;
    }

    public @Nullable ResourceType find(String name) {
        return byName.get(name);
    }

    /** What Fn::GetAtt may read of a type; null if the type is not known. */
    public @Nullable Set<String> attributes(String name) {
        var type = byName.get(name);
        return type == null ? null : type.schema().attributes();
    }
}
