package companion.practice.codebuild.awscli;

import static org.assertj.core.api.Assertions.assertThat;

import companion.practice.codebuild.shell.Budget;
import companion.practice.codebuild.shell.Dialect;
import companion.practice.codebuild.shell.FileProblem;
import companion.practice.codebuild.shell.FileTree;
import companion.practice.codebuild.shell.Input;
import companion.practice.codebuild.shell.Machine;
import companion.practice.codebuild.shell.OutputBuffer;
import companion.practice.codebuild.shell.Shell;
import companion.practice.codebuild.shell.Stopwatch;
import companion.practice.codebuild.shell.Streams;
import companion.practice.codebuild.tools.Toolbox;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Fault;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsRequest;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

class AwsCliTest {
    private final OutputBuffer out = new OutputBuffer();
    private final OutputBuffer err = new OutputBuffer();
    private final List<Object> requests = new ArrayList<>();

    private int run(String script) {
        var clock = new Stopwatch();
        clock.restart(Instant.EPOCH, Instant.MAX);
        var tree = new FileTree(clock::now);
        try {
            tree.makeDirectories("/work");
        } catch (FileProblem e) {
            throw new AssertionError(e);
        }
        var programs = new TreeMap<>(Toolbox.programs(Set.of()));
        var caller =
                Caller.service("arn:aws:iam::123456789012:role/build", "codebuild.amazonaws.com", "AWSCodeBuild-1");
        programs.put("aws", new AwsCli(services(), new Place("123456789012", "us-east-1"), caller, "token"));
        return new Shell(
                        Dialect.BASH,
                        new Machine(tree, clock, new Budget(1_000_000)),
                        Map.of("AWS_DEFAULT_REGION", "us-east-1"),
                        "/work",
                        programs::get)
                .run(script, new Streams(Input.empty(), out, err));
    }

    private Services services() {
        return proxy(Services.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "sts" ->
                proxy(
                        StsClient.class,
                        (p, m, a) -> GetCallerIdentityResponse.builder()
                                .account("123456789012")
                                .userId(Caller.CURRENT.get().userId())
                                .arn(Caller.CURRENT.get().arn())
                                .build());
            case "ecs" ->
                proxy(EcsClient.class, (p, m, a) -> {
                    requests.add(a[0]);
                    return ecs(a[0], p, m, a);
                });
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Object ecs(Object request, Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (request) {
            case ListTaskDefinitionsRequest list ->
                ListTaskDefinitionsResponse.builder()
                        .taskDefinitionArns(list.nextToken() == null ? "arn:one" : "arn:two")
                        .nextToken(list.nextToken() == null ? "more" : null)
                        .build();
            case DescribeTaskDefinitionRequest describe -> {
                if (describe.taskDefinition().equals("nope")) {
                    throw Fault.of(ClientException.builder(), "ClientException", "Unable to describe task definition.");
                }
                yield DescribeTaskDefinitionResponse.builder()
                        .taskDefinition(definition -> definition
                                .family("webapp")
                                .cpu("256")
                                .containerDefinitions(
                                        container -> container.name("webapp").image("x:1")))
                        .build();
            }
            case UpdateServiceRequest update -> UpdateServiceResponse.builder().build();
            default -> InvocationHandler.invokeDefault(proxy, method, arguments);
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void callsInTheRoleOfTheBuild() {
        run("aws sts get-caller-identity; aws sts get-caller-identity --query Account --output text");
        assertThat(out.text()).isEqualTo("""
            {
                "UserId": "AROAPRACTICE:AWSCodeBuild-1",
                "Account": "123456789012",
                "Arn": "arn:aws:sts::123456789012:assumed-role/build/AWSCodeBuild-1"
            }
            123456789012
            """);
    }

    @Test
    void followsPagesAndNarrowsByQuery() {
        run("""
            export TASK_DEFINITION=$(aws ecs list-task-definitions | jq -r '.taskDefinitionArns[1]')
            aws ecs describe-task-definition --task-definition $TASK_DEFINITION \\
              --query "taskDefinition.{family:family, cpu:cpu, containerDefinitions:containerDefinitions, tags:tags}" \\
              | jq -c 'del(.[] | nulls)'
            aws ecs list-task-definitions --query 'taskDefinitionArns[]' --output text
            """);
        assertThat(out.text()).isEqualTo("""
            {"family":"webapp","cpu":"256","containerDefinitions":[{"name":"webapp","image":"x:1"}]}
            arn:one\tarn:two
            """);
        assertThat(requests)
                .anySatisfy(request -> assertThat(request)
                        .isEqualTo(DescribeTaskDefinitionRequest.builder()
                                .taskDefinition("arn:two")
                                .build()));
    }

    @Test
    void fillsRequestsFromOptionsOfEveryKind() {
        run("aws ecs update-service --cluster c --service s --desired-count 3 --force-new-deployment "
                + "--network-configuration 'awsvpcConfiguration={subnets=[a,b]}' "
                + "--capacity-provider-strategy capacityProvider=FARGATE,weight=1 "
                + "--deployment-configuration '{\"maximumPercent\": 200}'");
        assertThat(err.text()).isEmpty();
        var request = (UpdateServiceRequest) requests.getLast();
        assertThat(request.desiredCount()).isEqualTo(3);
        assertThat(request.forceNewDeployment()).isTrue();
        assertThat(request.capacityProviderStrategy().getFirst().weight()).isEqualTo(1);
        assertThat(request.deploymentConfiguration().maximumPercent()).isEqualTo(200);
        assertThat(request.networkConfiguration().awsvpcConfiguration().subnets())
                .containsExactly("a", "b");
    }

    @Test
    void reportsErrorsAsTheCliDoes() {
        assertThat(run("aws ecs describe-task-definition --task-definition nope"))
                .isEqualTo(254);
        assertThat(err.text())
                .isEqualTo("\n"
                        + "aws: [ERROR]: An error occurred (ClientException) when calling the"
                        + " DescribeTaskDefinition operation: Unable to describe task definition.\n");
        assertThat(run("aws ecs list-clusters")).isEqualTo(254);
        assertThat(run("aws ecr get-login --no-include-email")).isEqualTo(252);
        assertThat(err.text()).contains("argument operation: Invalid choice, valid choices are:");
        assertThat(run("aws nosuch thing")).isEqualTo(252);
        assertThat(run("aws ecs list-clusters --nope x")).isEqualTo(252);
        assertThat(run("aws ecs list-task-definitions --region eu-west-1")).isEqualTo(253);
    }

    @Test
    void handsOutTheBuildsOwnRegistryPassword() {
        run("aws ecr get-login-password --region us-east-1; aws ecr-public get-login-password --region us-east-1");
        assertThat(out.text()).isEqualTo("token\ntoken\n");
    }
}
