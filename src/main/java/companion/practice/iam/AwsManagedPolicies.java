package companion.practice.iam;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The policies that AWS manages and that the workshops and their neighbours attach: name to path, all attachable. */
final class AwsManagedPolicies {
    private static final String PREFIX = "arn:aws:iam::aws:policy";

    private static final Map<String, Set<String>> BY_PATH = Map.of(
            "/",
            Set.of(
                    "AdministratorAccess", "PowerUserAccess", "ReadOnlyAccess", "IAMFullAccess", "IAMReadOnlyAccess",
                    "AmazonS3FullAccess", "AmazonS3ReadOnlyAccess", "AmazonECS_FullAccess", "AmazonEC2FullAccess",
                    "AmazonEC2ReadOnlyAccess", "AmazonVPCFullAccess", "AmazonSSMReadOnlyAccess", "AmazonSSMFullAccess",
                    "AmazonSSMManagedInstanceCore", "AmazonEC2ContainerRegistryFullAccess",
                    "AmazonEC2ContainerRegistryPowerUser", "AmazonEC2ContainerRegistryReadOnly",
                    "AmazonElasticContainerRegistryPublicReadOnly", "AWSCodeDeployRoleForECS",
                    "AWSCodeDeployRoleForECSLimited", "AWSCodeDeployFullAccess", "AWSCodeCommitFullAccess",
                    "AWSCodeCommitPowerUser", "AWSCodeCommitReadOnly", "AWSCodeBuildAdminAccess",
                    "AWSCodeBuildDeveloperAccess", "AWSCodeBuildReadOnlyAccess", "AWSCodePipeline_FullAccess",
                    "AWSCodePipeline_ReadOnlyAccess", "AWSCodePipelineApproverAccess", "CloudWatchFullAccess",
                    "CloudWatchLogsFullAccess", "CloudWatchLogsReadOnlyAccess", "AWSCloudFormationFullAccess",
                    "AmazonEventBridgeFullAccess", "AmazonSQSFullAccess", "SecretsManagerReadWrite",
                    "ElasticLoadBalancingFullAccess", "AWSLambda_FullAccess"),
            "/service-role/",
            Set.of(
                    "AmazonECSTaskExecutionRolePolicy", "AWSCodeDeployRole", "AWSCodeDeployRoleForLambda",
                    "AWSLambdaBasicExecutionRole", "AmazonEC2ContainerServiceEventsRole",
                    "AmazonEC2ContainerServiceforEC2Role", "AmazonECSInfrastructureRolePolicyForVolumes"),
            "/aws-service-role/",
            Set.of("AmazonECSServiceRolePolicy", "AWSElasticLoadBalancingServiceRolePolicy"));

    private static final Set<String> ARNS = BY_PATH.entrySet().stream()
            .flatMap(path -> path.getValue().stream().map(name -> PREFIX + path.getKey() + name))
            .collect(Collectors.toUnmodifiableSet());

    private AwsManagedPolicies() {}

    static boolean has(String arn) {
        return ARNS.contains(arn);
    }

    static Stream<String> arns() {
        return ARNS.stream().sorted();
    }

    static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
