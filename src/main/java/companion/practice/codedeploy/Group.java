package companion.practice.codedeploy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.DeploymentGroupInfo;
import software.amazon.awssdk.services.codedeploy.model.ECSService;
import software.amazon.awssdk.services.codedeploy.model.LastDeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.Tag;
import software.amazon.awssdk.services.codedeploy.model.TargetGroupPairInfo;

/** A deployment group. */
final class Group {
    final Application application;
    DeploymentGroupInfo spec;
    List<Tag> tags;

    /** The deployment that is under way, its rollback included; null if none is. */
    @Nullable Deployment active;

    @Nullable Deployment lastSuccessful;
    @Nullable Deployment lastAttempted;

    Group(Application application, DeploymentGroupInfo spec, List<Tag> tags) {
        this.application = application;
        this.spec = spec;
        this.tags = tags;
    }

    String name() {
        return spec.deploymentGroupName();
    }

    ECSService service() {
        return spec.ecsServices().getFirst();
    }

    TargetGroupPairInfo pair() {
        return spec.loadBalancerInfo().targetGroupPairInfoList().getFirst();
    }

    DeploymentGroupInfo describe() {
        return spec.toBuilder()
                .lastSuccessfulDeployment(brief(lastSuccessful))
                .lastAttemptedDeployment(brief(lastAttempted))
                .build();
    }

    private static @Nullable LastDeploymentInfo brief(@Nullable Deployment deployment) {
        return deployment == null
                ? null
                : LastDeploymentInfo.builder()
                        .deploymentId(deployment.id())
                        .status(deployment.info.status())
                        .createTime(deployment.info.createTime())
                        .endTime(deployment.info.completeTime())
                        .build();
    }
}
