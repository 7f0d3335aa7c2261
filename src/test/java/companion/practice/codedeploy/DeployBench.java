package companion.practice.codedeploy;

import companion.practice.ecs.EcsBench;
import companion.practice.ecs.FakeElb;
import java.util.List;
import software.amazon.awssdk.services.codedeploy.model.AutoRollbackEvent;
import software.amazon.awssdk.services.codedeploy.model.ComputePlatform;
import software.amazon.awssdk.services.codedeploy.model.CreateDeploymentGroupRequest;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentOption;
import software.amazon.awssdk.services.codedeploy.model.DeploymentReadyAction;
import software.amazon.awssdk.services.codedeploy.model.DeploymentType;
import software.amazon.awssdk.services.codedeploy.model.ECSTarget;
import software.amazon.awssdk.services.codedeploy.model.InstanceAction;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEvent;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocationType;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;

/** The workshop's service, running v1, with the application that deploys to it. */
final class DeployBench {
    static final String ROLE = "arn:aws:iam::123456789012:role/DeployRole";

    final EcsBench bench = new EcsBench();
    final PracticeCodeDeploy deploy = new PracticeCodeDeploy(bench.world, EcsBench.PLACE, bench, bench);

    DeployBench() {
        bench.ecs.createService(EcsBench.service(bench.definition("v1"), DeploymentControllerType.CODE_DEPLOY).build());
        bench.step(120);
        deploy.createApplication(r -> r.applicationName("app").computePlatform(ComputePlatform.ECS));
    }

    CreateDeploymentGroupRequest.Builder group() {
        return CreateDeploymentGroupRequest.builder()
                .applicationName("app")
                .deploymentGroupName("dg")
                .serviceRoleArn(ROLE)
                .deploymentStyle(s -> s.deploymentType(DeploymentType.BLUE_GREEN)
                        .deploymentOption(DeploymentOption.WITH_TRAFFIC_CONTROL))
                .blueGreenDeploymentConfiguration(c -> c.terminateBlueInstancesOnDeploymentSuccess(
                                t -> t.action(InstanceAction.TERMINATE).terminationWaitTimeInMinutes(5))
                        .deploymentReadyOption(r -> r.actionOnTimeout(DeploymentReadyAction.CONTINUE_DEPLOYMENT)))
                .ecsServices(s -> s.clusterName("workshop").serviceName("web"))
                .autoRollbackConfiguration(a -> a.enabled(true).events(AutoRollbackEvent.DEPLOYMENT_FAILURE))
                .loadBalancerInfo(l -> l.targetGroupPairInfoList(p -> p.targetGroups(
                                g -> g.name("TG"), g -> g.name("TG-tmp"))
                        .prodTrafficRoute(r -> r.listenerArns(FakeElb.PROD))));
    }

    String create(String taskDefinition) {
        return create(taskDefinition, "");
    }

    String create(String taskDefinition, String hooks) {
        var content = """
                version: 0.0
                Resources:
                  - TargetService:
                      Type: AWS::ECS::Service
                      Properties:
                        TaskDefinition: "%s"
                        LoadBalancerInfo:
                          ContainerName: "webapp"
                          ContainerPort: 80
                %s""".formatted(taskDefinition, hooks);
        return deploy.createDeployment(r -> r.applicationName("app")
                        .deploymentGroupName("dg")
                        .revision(v -> v.revisionType(RevisionLocationType.APP_SPEC_CONTENT)
                                .appSpecContent(a -> a.content(content))))
                .deploymentId();
    }

    DeploymentInfo info(String id) {
        return deploy.getDeployment(r -> r.deploymentId(id)).deploymentInfo();
    }

    ECSTarget target(String id) {
        return deploy.getDeploymentTarget(r -> r.deploymentId(id).targetId("workshop:web"))
                .deploymentTarget()
                .ecsTarget();
    }

    List<String> lifecycle(String id) {
        return target(id).lifecycleEvents().stream()
                .map((LifecycleEvent e) -> e.lifecycleEventName() + " " + e.statusAsString())
                .toList();
    }
}
