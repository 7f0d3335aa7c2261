package companion.practice.codebuild;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.fabric.Trust;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codebuild.model.ArtifactsType;
import software.amazon.awssdk.services.codebuild.model.CodeBuildException;
import software.amazon.awssdk.services.codebuild.model.ComputeType;
import software.amazon.awssdk.services.codebuild.model.EnvironmentType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.ProjectEnvironment;
import software.amazon.awssdk.services.codebuild.model.SourceType;
import software.amazon.awssdk.services.codebuild.model.VpcConfig;

/** What CodeBuild refuses in a project, checked before anything is kept. */
final class ProjectRules {
    static final String SERVICE = "codebuild.amazonaws.com";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9\\-_]{1,149}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<ArtifactsType> ARTIFACTS = Set.of(ArtifactsType.S3, ArtifactsType.NO_ARTIFACTS);

    private final Services services;
    private final Fabric fabric;

    ProjectRules(Services services, Fabric fabric) {
        this.services = services;
        this.fabric = fabric;
    }

    void check(Project project) {
        if (!NAME.matcher(String.valueOf(project.name())).matches()) {
            throw CodeBuildFaults.invalid("1 validation error detected: Value '" + project.name()
                    + "' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: "
                    + NAME);
        }
        checkSource(project);
        checkEnvironment(project.environment());
        range(project.timeoutInMinutes(), 5, 2160, "timeoutInMinutes");
        range(project.queuedTimeoutInMinutes(), 5, 480, "queuedTimeoutInMinutes");
        checkRole(project.serviceRole());
        checkNetwork(project.vpcConfig());
    }

    void checkRole(@Nullable String role) {
        if (role == null || role.isEmpty()) {
            throw CodeBuildFaults.invalid("Service role is required");
        }
        var arn = role.startsWith("arn:") ? role : null;
        if (arn == null) {
            throw CodeBuildFaults.invalid(
                    "Invalid service role: Service role account ID does not match caller's account");
        }
        if (fabric.trust().assume(arn, SERVICE) != Trust.Answer.TRUSTED) {
            throw CodeBuildFaults.roleRefused();
        }
    }

    private static void checkSource(Project project) {
        var source = project.source();
        var artifacts = project.artifacts();
        if (source == null || source.type() == null || source.type() == SourceType.UNKNOWN_TO_SDK_VERSION) {
            throw CodeBuildFaults.invalid("Invalid project source: type must be set to a valid source type");
        }
        if (artifacts == null || artifacts.type() == null || artifacts.type() == ArtifactsType.UNKNOWN_TO_SDK_VERSION) {
            throw CodeBuildFaults.invalid("Invalid artifacts: type must be set to a valid artifacts type");
        }
        boolean pipelineSource = source.type() == SourceType.CODEPIPELINE;
        if (pipelineSource == ARTIFACTS.contains(artifacts.type())) {
            throw CodeBuildFaults.invalid(
                    "Invalid artifacts: artifacts type CODEPIPELINE must be used with source type CODEPIPELINE, and"
                            + " only with it");
        }
        boolean located = source.location() != null && !source.location().isEmpty();
        if (source.type() == SourceType.NO_SOURCE
                && (source.buildspec() == null || source.buildspec().isBlank())) {
            throw CodeBuildFaults.invalid(
                    "Invalid project source: buildspec must be set when source type is NO_SOURCE");
        }
        if (!located && source.type() != SourceType.NO_SOURCE && !pipelineSource) {
            throw CodeBuildFaults.invalid(
                    "Invalid project source: location must be set when source type is " + source.typeAsString());
        }
        if (artifacts.type() == ArtifactsType.S3
                && (artifacts.location() == null || artifacts.location().isEmpty())) {
            throw CodeBuildFaults.invalid("Invalid artifacts: location must be a valid S3 bucket name");
        }
    }

    private static void checkEnvironment(@Nullable ProjectEnvironment environment) {
        if (environment == null
                || environment.image() == null
                || environment.image().isBlank()) {
            throw CodeBuildFaults.invalid("Invalid environment: image must be set");
        }
        if (environment.type() == null || environment.type() == EnvironmentType.UNKNOWN_TO_SDK_VERSION) {
            throw CodeBuildFaults.invalid("Invalid environment type: " + environment.typeAsString());
        }
        if (environment.computeType() == null || environment.computeType() == ComputeType.UNKNOWN_TO_SDK_VERSION) {
            throw CodeBuildFaults.invalid("Invalid compute type: " + environment.computeTypeAsString());
        }
        boolean arm = environment.type() == EnvironmentType.ARM_CONTAINER;
        if (CuratedImages.find(environment.image()).isPresent()
                && environment.image().contains("aarch64") != arm) {
            throw CodeBuildFaults.invalid("The environment type " + environment.typeAsString()
                    + " is not supported for image " + environment.image());
        }
        for (var variable : environment.environmentVariables()) {
            if (variable.name() == null || !VARIABLE.matcher(variable.name()).matches()) {
                throw CodeBuildFaults.invalid("Environment variable name is not valid: " + variable.name());
            }
            if (variable.name().startsWith("CODEBUILD_")) {
                throw CodeBuildFaults.invalid(
                        "Environment variable name must not start with CODEBUILD_: " + variable.name());
            }
        }
    }

    private static void range(@Nullable Integer value, int least, int most, String member) {
        if (value != null && (value < least || value > most)) {
            throw CodeBuildFaults.invalid("Invalid " + member + ": valid values are between " + least + " and " + most);
        }
    }

    private void checkNetwork(@Nullable VpcConfig config) {
        if (config == null || config.vpcId() == null || config.vpcId().isEmpty()) {
            return;
        }
        if (config.subnets().isEmpty() || config.subnets().size() > 16) {
            throw CodeBuildFaults.invalid("Invalid vpc config: the number of subnets must be between 1 and 16");
        }
        if (config.securityGroupIds().isEmpty() || config.securityGroupIds().size() > 5) {
            throw CodeBuildFaults.invalid("Invalid vpc config: the number of security groups must be between 1 and 5");
        }
        try {
            for (var group : services.ec2()
                    .describeSecurityGroups(request -> request.groupIds(config.securityGroupIds()))
                    .securityGroups()) {
                requireVpc(group.vpcId(), config.vpcId(), "security group " + group.groupId());
            }
            for (var subnet : services.ec2()
                    .describeSubnets(request -> request.subnetIds(config.subnets()))
                    .subnets()) {
                requireVpc(subnet.vpcId(), config.vpcId(), "subnet " + subnet.subnetId());
            }
        } catch (AwsServiceException e) {
            if (e.awsErrorDetails() != null
                    && "UnauthorizedOperation".equals(e.awsErrorDetails().errorCode())) {
                throw CodeBuildFaults.invalid("Not authorized to perform DescribeSecurityGroups");
            }
            throw e.awsErrorDetails() == null || e instanceof CodeBuildException
                    ? e
                    : CodeBuildFaults.invalid(
                            "Invalid vpc config: " + e.awsErrorDetails().errorMessage());
        }
    }

    private static void requireVpc(@Nullable String actual, String expected, String what) {
        if (!expected.equals(actual)) {
            throw CodeBuildFaults.invalid("Invalid vpc config: the " + what + " does not belong to " + expected);
        }
    }
}
