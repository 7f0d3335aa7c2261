package companion.practice.codebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Fault;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.codebuild.model.InvalidInputException;
import software.amazon.awssdk.services.codebuild.model.PlatformType;
import software.amazon.awssdk.services.codebuild.model.Project;
import software.amazon.awssdk.services.codebuild.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class ProjectsTest {
    private static final String SPEC = BuildBench.spec("build", "true");

    private final BuildBench bench = new BuildBench();

    private Project get(String name) {
        return bench.codeBuild
                .batchGetProjects(request -> request.names(name))
                .projects()
                .getFirst();
    }

    @Test
    void keepsAProjectWithAwsDefaults() {
        bench.project("MyFirstBuild", SPEC, request -> {});

        var project = get("MyFirstBuild");
        assertThat(project.arn()).isEqualTo("arn:aws:codebuild:us-east-1:123456789012:project/MyFirstBuild");
        assertThat(project.timeoutInMinutes()).isEqualTo(60);
        assertThat(project.queuedTimeoutInMinutes()).isEqualTo(480);
        assertThat(project.encryptionKey()).isEqualTo("arn:aws:kms:us-east-1:123456789012:alias/aws/s3");
        assertThat(project.environment().imagePullCredentialsTypeAsString()).isEqualTo("CODEBUILD");
        assertThat(project.badge().badgeEnabled()).isFalse();
    }

    @Test
    void refusesASecondProjectOfTheSameName() {
        bench.project("demo", SPEC, request -> {});
        assertThatThrownBy(() -> bench.project("demo", SPEC, request -> {}))
                .isInstanceOf(ResourceAlreadyExistsException.class)
                .hasMessageContaining("Project already exists: arn:aws:codebuild:us-east-1:123456789012:project/demo");
    }

    @Test
    void refusesARoleThatItMayNotAssume() {
        assertThatThrownBy(() -> bench.project(
                        "demo", SPEC, request -> request.serviceRole("arn:aws:iam::123456789012:role/other")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "CodeBuild is not authorized to perform: sts:AssumeRole on service role. Please verify that:"
                                + " 1) The provided service role exists, 2) The role name is case-sensitive and matches"
                                + " exactly, and 3) The role has the necessary trust policy configured.");
        assertThat(bench.codeBuild.listProjects(request -> {}).projects()).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertThatThrownBy(() -> bench.project("no spaces", SPEC, request -> {}))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> bench.project("demo", "", request -> {}))
                .hasMessageContaining("buildspec must be set");
        assertThatThrownBy(() -> bench.project("demo", SPEC, request -> request.source(s -> s.type("CODEPIPELINE"))))
                .hasMessageContaining("CODEPIPELINE");
        assertThatThrownBy(() -> bench.project("demo", SPEC, request -> request.timeoutInMinutes(4)))
                .hasMessageContaining("timeoutInMinutes");
        assertThatThrownBy(() -> bench.project("demo", SPEC, request -> request.artifacts(a -> a.type("S3"))))
                .hasMessageContaining("valid S3 bucket name");
    }

    @Test
    void updatesWhatIsNamedAndKeepsTheRest() {
        bench.project("demo", SPEC, request -> request.description("first"));
        bench.codeBuild.updateProject(request -> request.name("demo").timeoutInMinutes(30));

        assertThat(get("demo").timeoutInMinutes()).isEqualTo(30);
        assertThat(get("demo").description()).isEqualTo("first");
    }

    @Test
    void deletesTwiceWithoutComplaint() {
        bench.project("demo", SPEC, request -> {});
        bench.codeBuild.deleteProject(request -> request.name("demo"));
        bench.codeBuild.deleteProject(request -> request.name("demo"));
        assertThat(bench.codeBuild
                        .batchGetProjects(request -> request.names("demo"))
                        .projectsNotFound())
                .containsExactly("demo");
    }

    @Test
    void listsByNameInPages() {
        for (int i = 100; i < 250; i++) {
            bench.project("p" + i, SPEC, request -> {});
        }
        var first = bench.codeBuild.listProjects(request -> request.sortOrder("DESCENDING"));
        var second = bench.codeBuild.listProjects(
                request -> request.sortOrder("DESCENDING").nextToken(first.nextToken()));

        assertThat(first.projects()).hasSize(100).startsWith("p249", "p248");
        assertThat(second.projects()).hasSize(50).endsWith("p100");
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void offersTheCurrentImagesOnly() {
        var platforms =
                bench.codeBuild.listCuratedEnvironmentImages(request -> {}).platforms();
        assertThat(platforms).extracting(platform -> platform.platform()).contains(PlatformType.UBUNTU);
        assertThat(platforms.toString())
                .contains("amazonlinux-x86_64-standard:6.0")
                .doesNotContain("amazonlinux2-x86_64-standard:3.0");
    }

    @Test
    void checksTheNetworkOfAProject() {
        bench.cloud.clients.put(Ec2Client.class, ec2());

        bench.project(
                "inside",
                SPEC,
                request -> request.vpcConfig(
                        vpc -> vpc.vpcId("vpc-1").subnets("subnet-1").securityGroupIds("sg-1")));
        assertThat(get("inside").vpcConfig().subnets()).containsExactly("subnet-1");

        assertThatThrownBy(() -> bench.project(
                        "demo",
                        SPEC,
                        request -> request.vpcConfig(
                                vpc -> vpc.vpcId("vpc-2").subnets("subnet-1").securityGroupIds("sg-1"))))
                .hasMessageContaining("does not belong to vpc-2");
        assertThatThrownBy(() -> bench.project(
                        "demo",
                        SPEC,
                        request -> request.vpcConfig(
                                vpc -> vpc.vpcId("vpc-1").subnets("subnet-1").securityGroupIds("sg-secret"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Not authorized to perform DescribeSecurityGroups");
        assertThatThrownBy(() -> bench.project(
                        "demo",
                        SPEC,
                        request -> request.vpcConfig(vpc -> vpc.vpcId("vpc-1").securityGroupIds("sg-1"))))
                .hasMessageContaining("subnets");
    }

    private static Ec2Client ec2() {
        return (Ec2Client) Proxy.newProxyInstance(
                Ec2Client.class.getClassLoader(), new Class<?>[] {Ec2Client.class}, (proxy, method, arguments) -> {
                    if (arguments[0] instanceof DescribeSecurityGroupsRequest request) {
                        if (request.groupIds().contains("sg-secret")) {
                            throw Fault.of(
                                    Ec2Exception.builder(), 403, "UnauthorizedOperation", "You are not authorized");
                        }
                        return DescribeSecurityGroupsResponse.builder()
                                .securityGroups(group -> group.groupId("sg-1").vpcId("vpc-1"))
                                .build();
                    }
                    if (arguments[0] instanceof DescribeSubnetsRequest) {
                        return DescribeSubnetsResponse.builder()
                                .subnets(subnet -> subnet.subnetId("subnet-1").vpcId("vpc-1"))
                                .build();
                    }
                    return InvocationHandler.invokeDefault(proxy, method, arguments);
                });
    }
}
