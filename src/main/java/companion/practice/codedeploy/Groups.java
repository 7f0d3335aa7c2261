package companion.practice.codedeploy;

import companion.practice.fabric.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.AutoScalingGroup;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentGroupsRequest;
import software.amazon.awssdk.services.codedeploy.model.BatchGetDeploymentGroupsResponse;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupResponse;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.DeleteDeploymentGroupResponse;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupAlreadyExistsException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupInfo;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.GetDeploymentGroupResponse;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentGroupsRequest;
import software.amazon.awssdk.services.codedeploy.model.ListDeploymentGroupsResponse;
import software.amazon.awssdk.services.codedeploy.model.UpdateDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.UpdateDeploymentGroupResponse;

/** Deployment groups. */
final class Groups {
    private final DeployRegion region;
    private final Applications applications;
    private final Configurations configurations;
    private final GroupRules rules;

    Groups(DeployRegion region, Applications applications, Configurations configurations, GroupRules rules) {
        this.region = region;
        this.applications = applications;
        this.configurations = configurations;
        this.rules = rules;
    }

    CreateDeploymentGroupResponse create(CreateDeploymentGroupRequest request) {
        var application = applications.find(request.applicationName());
        var name = Names.group(request.deploymentGroupName());
        refuseTaken(application, name);
        Tags.check(request.tags());
        var platform = application.info.computePlatform();
        var named = request.deploymentConfigName();
        var configuration = named == null ? standard(platform) : named;
        var spec = DeploymentGroupInfo.builder()
                .applicationName(application.name())
                .deploymentGroupName(name)
                .deploymentConfigName(configuration)
                .serviceRoleArn(request.serviceRoleArn())
                .ec2TagFilters(request.ec2TagFilters())
                .onPremisesInstanceTagFilters(request.onPremisesInstanceTagFilters())
                .autoScalingGroups(request.autoScalingGroups().stream()
                        .map(a -> AutoScalingGroup.builder()
                                .name(a)
                                .build())
                        .toList())
                .triggerConfigurations(request.triggerConfigurations())
                .alarmConfiguration(request.alarmConfiguration())
                .autoRollbackConfiguration(request.autoRollbackConfiguration())
                .outdatedInstancesStrategy(request.outdatedInstancesStrategy())
                .deploymentStyle(request.deploymentStyle())
                .blueGreenDeploymentConfiguration(request.blueGreenDeploymentConfiguration())
                .loadBalancerInfo(request.loadBalancerInfo())
                .ecsServices(request.ecsServices())
                .computePlatform(platform)
                .build();
        check(spec, null);
        var id = region.world().ids().uuid();
        application.groups.put(
                name,
                new Group(application, spec.toBuilder().deploymentGroupId(id).build(), request.tags()));
        return CreateDeploymentGroupResponse.builder().deploymentGroupId(id).build();
    }

    UpdateDeploymentGroupResponse update(UpdateDeploymentGroupRequest request) {
        var group = applications.findGroup(request.applicationName(), request.currentDeploymentGroupName());
        var changed = group.spec.toBuilder();
        if (request.newDeploymentGroupName() != null) {
            var name = Names.group(request.newDeploymentGroupName());
            if (!name.equals(group.name())) {
                refuseTaken(group.application, name);
            }
            changed.deploymentGroupName(name);
        }
        if (request.deploymentConfigName() != null) {
            changed.deploymentConfigName(request.deploymentConfigName());
        }
        if (request.serviceRoleArn() != null) {
            changed.serviceRoleArn(request.serviceRoleArn());
        }
        if (request.hasTriggerConfigurations()) {
            changed.triggerConfigurations(request.triggerConfigurations());
        }
        if (request.alarmConfiguration() != null) {
            changed.alarmConfiguration(request.alarmConfiguration());
        }
        if (request.autoRollbackConfiguration() != null) {
            changed.autoRollbackConfiguration(request.autoRollbackConfiguration());
        }
        if (request.deploymentStyle() != null) {
            changed.deploymentStyle(request.deploymentStyle());
        }
        if (request.blueGreenDeploymentConfiguration() != null) {
            changed.blueGreenDeploymentConfiguration(request.blueGreenDeploymentConfiguration());
        }
        if (request.loadBalancerInfo() != null) {
            changed.loadBalancerInfo(request.loadBalancerInfo());
        }
        if (request.hasEcsServices()) {
            changed.ecsServices(request.ecsServices());
        }
        var spec = changed.build();
        check(spec, group);
        group.application.groups.remove(group.name());
        group.spec = spec;
        group.application.groups.put(group.name(), group);
        return UpdateDeploymentGroupResponse.builder().hooksNotCleanedUp(List.of()).build();
    }

    GetDeploymentGroupResponse get(GetDeploymentGroupRequest request) {
        return GetDeploymentGroupResponse.builder()
                .deploymentGroupInfo(applications
                        .findGroup(request.applicationName(), request.deploymentGroupName())
                        .describe())
                .build();
    }

    BatchGetDeploymentGroupsResponse batchGet(BatchGetDeploymentGroupsRequest request) {
        var application = applications.find(request.applicationName());
        var found = new ArrayList<DeploymentGroupInfo>();
        var missing = new ArrayList<String>();
        for (var name : request.deploymentGroupNames()) {
            var group = application.groups.get(Names.group(name));
            if (group == null) {
                missing.add(name);
            } else {
                found.add(group.describe());
            }
        }
        return BatchGetDeploymentGroupsResponse.builder()
                .deploymentGroupsInfo(found)
                .errorMessage(
                        missing.isEmpty()
                                ? null
                                : "No Deployment Group found for name: " + String.join(", ", missing))
                .build();
    }

    ListDeploymentGroupsResponse list(ListDeploymentGroupsRequest request) {
        var application = applications.find(request.applicationName());
        var page = Page.of(List.copyOf(application.groups.keySet()), request.nextToken());
        return ListDeploymentGroupsResponse.builder()
                .applicationName(application.name())
                .deploymentGroups(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    /** Deleting what is not there is no error, as the API declares none. */
    DeleteDeploymentGroupResponse delete(DeleteDeploymentGroupRequest request) {
        var application = applications.peek(request.applicationName());
        var name = Names.group(request.deploymentGroupName());
        if (application != null) {
            application.groups.remove(name);
        }
        return DeleteDeploymentGroupResponse.builder().hooksNotCleanedUp(List.of()).build();
    }

    private void check(DeploymentGroupInfo spec, @Nullable Group self) {
        rules.role(spec.serviceRoleArn());
        GroupRules.rollback(spec.autoRollbackConfiguration());
        var configuration = configurations.find(spec.deploymentConfigName(), spec.computePlatform());
        if (spec.computePlatform() == ComputePlatform.ECS) {
            rules.ecs(spec, configuration.trafficRoutingConfig(), self);
        }
    }

    private static String standard(ComputePlatform platform) {
        return switch (platform) {
            case ECS -> Configurations.ALL_AT_ONCE;
            case LAMBDA -> "CodeDeployDefault.LambdaAllAtOnce";
            default -> "CodeDeployDefault.OneAtATime";
        };
    }

    private static void refuseTaken(Application application, String name) {
        if (application.groups.containsKey(name)) {
            throw Fault.of(
                    DeploymentGroupAlreadyExistsException.builder(),
                    "DeploymentGroupAlreadyExistsException",
                    "Deployment group name is already exists for application " + application.name() + ": " + name);
        }
    }
}
