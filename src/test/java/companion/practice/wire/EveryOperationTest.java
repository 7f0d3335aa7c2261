package companion.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codepipeline.CodePipelineClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Operations of every service, with every member set, reaches the room and comes back through the SDK unchanged. */
class EveryOperationTest {

    /** The first two are not signed; the third goes to a host that is named in the request. */
    private static final Set<String> NOT_ON_THIS_DOOR =
            Set.of("assumeRoleWithSAML", "assumeRoleWithWebIdentity", "putEvents");

    private static final String ALL = ".*";

    /** Those of which there are many, all alike: tried in part, because each costs the loading of its classes. */
    private static final String SOME = "(create|update|batch|get[D-L]|list[A-G]|simulate).*";

    private static final String NETWORKS =
            ".*(Vpcs?|Subnets?|RouteTable|NatGateways|Addresses|SecurityGroup.*|Tags|Zones)";

    @Test
    void ofTheJsonServices() throws Exception {
        check(AwsService.ECR, EcrClient.class, EcrClient.builder(), SOME);
        check(AwsService.ECS, EcsClient.class, EcsClient.builder(), ALL);
        check(AwsService.CODECOMMIT, CodeCommitClient.class, CodeCommitClient.builder(), SOME);
        check(AwsService.CODEBUILD, CodeBuildClient.class, CodeBuildClient.builder(), SOME);
        check(AwsService.LOGS, CloudWatchLogsClient.class, CloudWatchLogsClient.builder(), SOME);
        check(AwsService.CODEDEPLOY, CodeDeployClient.class, CodeDeployClient.builder(), ALL);
        check(AwsService.CODEPIPELINE, CodePipelineClient.class, CodePipelineClient.builder(), ALL);
        check(AwsService.EVENTS, EventBridgeClient.class, EventBridgeClient.builder(), SOME);
        check(AwsService.SQS, SqsClient.class, SqsClient.builder().checksumValidationEnabled(false), ALL);
    }

    @Test
    void ofTheQueryServices() throws Exception {
        check(AwsService.STS, StsClient.class, StsClient.builder(), ALL);
        check(AwsService.IAM, IamClient.class, IamClient.builder(), SOME);
        check(AwsService.CLOUDFORMATION, CloudFormationClient.class, CloudFormationClient.builder(), ALL);
        check(AwsService.ELB, ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client.builder(), ALL);
    }

    @Test
    void ofEc2AsFarAsNetworksGo() throws Exception {
        check(AwsService.EC2, Ec2Client.class, Ec2Client.builder(), NETWORKS);
    }

    /** @param names of the operations to try */
    private static <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> void check(
            AwsService service, Class<C> api, B builder, String names) throws Exception {
        var request = new AtomicReference<Object>();
        var response = new AtomicReference<Object>();
        InvocationHandler answering = (self, method, args) -> {
            request.set(args[0]);
            return response.get();
        };
        var room = (SdkClient) Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, answering);
        var wrong = new ArrayList<String>();
        var filler = new Filler();
        var constraints = new Constraints();
        try (var door = TestDoor.to(service, room);
                var client = door.client(builder)) {
            for (var method : operations(api, names)) {
                var sent = filler.fill(
                        newBuilder(method.getParameterTypes()[0]), constraints.of(service, wireName(method)));
                response.set(filler.fill(newBuilder(method.getReturnType()), List.of()));
                try {
                    var answer = method.invoke(client, sent);
                    if (!sent.equals(request.get())) {
                        wrong.add(method.getName() + " arrived as " + request.get());
                    }
                    if (!((SdkPojo) answer).equalsBySdkFields(response.get())) {
                        wrong.add(method.getName() + " came back as " + answer + " and not as " + response.get());
                    }
                } catch (InvocationTargetException e) {
                    wrong.add(method.getName() + ": " + e.getCause());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Method> operations(Class<?> api, String names) {
        return Arrays.stream(api.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .filter(method -> AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> method.getName().matches(names))
                .filter(method -> !NOT_ON_THIS_DOOR.contains(method.getName()))
                .sorted(java.util.Comparator.comparing(Method::getName))
                .toList();
    }

    private static String wireName(Method method) {
        return Character.toUpperCase(method.getName().charAt(0)) + method.getName().substring(1);
    }

    private static SdkPojo newBuilder(Class<?> model) throws Exception {
        return (SdkPojo) model.getMethod("builder").invoke(null);
    }
}
