package companion.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import companion.practice.fabric.Caller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayResponse;

class StackRequestTest {
    private static final String GATEWAY = "Resources: {Gateway: {Type: 'AWS::EC2::InternetGateway'}}";

    private final StackHarness at = new StackHarness();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aStackThatIsThereCannotBeCreatedAgainExceptByTheSameRequest() {
        var id = create(request -> request.clientRequestToken("t"));
        assertThat(create(request -> request.clientRequestToken("t"))).isEqualTo(id);
        assertThatThrownBy(() -> create(request -> {}))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Stack [s] already exists");
    }

    @Test
    void rolesNeedACapability() {
        var role = "Resources: {R: {Type: 'AWS::IAM::Role', Properties: {AssumeRolePolicyDocument: {}}}}";
        refused(request -> request.templateBody(role), "Requires capabilities : [CAPABILITY_IAM]");
        var named = role.replace("Properties: {", "Properties: {RoleName: x, ");
        assertThatThrownBy(() -> create(
                        request -> request.templateBody(named).capabilitiesWithStrings("CAPABILITY_IAM")))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_NAMED_IAM]");
        var transformed = "Transform: AWS::Serverless-2016-10-31\n" + GATEWAY;
        refused(request -> request.templateBody(transformed), "Requires capabilities : [CAPABILITY_AUTO_EXPAND]");
        refused(
                request -> request.templateBody(transformed).capabilitiesWithStrings("CAPABILITY_AUTO_EXPAND"),
                "Transforms are not supported by the practice cloud: [AWS::Serverless-2016-10-31]");
    }

    @Test
    void aTemplateComesFromTheBodyOrFromS3() {
        at.cloud.objects.put("templates/a/b.yaml", GATEWAY.getBytes(StandardCharsets.UTF_8));
        for (var url : List.of(
                "https://templates.s3.amazonaws.com/a/b.yaml",
                "https://templates.s3.us-east-1.amazonaws.com/a/b.yaml",
                "https://s3.us-east-1.amazonaws.com/templates/a/b.yaml",
                "http://127.0.0.1:4566/templates/a/b.yaml")) {
            assertThat(at.cfn.validateTemplate(request -> request.templateURL(url)).hasParameters()).isTrue();
        }
        refused(
                request -> request.templateBody(null).templateURL("https://templates.s3.amazonaws.com/none"),
                "S3 error: The specified key does not exist.");
        refused(
                request -> request.templateBody(null).templateURL("https://d2u1mnqz9x7eh0.cloudfront.net/x.template"),
                "TemplateURL must be a supported URL.");
        refused(request -> request.templateBody(null), "Either Template URL or Template Body must be specified.");
        refused(request -> request.templateBody(GATEWAY + " ".repeat(51_200)), "less than or equal to 51200");
        refused(request -> request.templateBody("https://example.com/x"), "Template format error: unsupported structure.");
    }

    @Test
    void errorsHaveTheWireCodeAndTheStatusOfAws() {
        assertThatThrownBy(() -> at.stack("nobody")).isInstanceOfSatisfying(CloudFormationException.class, failure -> {
            assertThat(failure.statusCode()).isEqualTo(400);
            assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
            assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo("Stack with id nobody does not exist");
        });
        assertThatThrownBy(() -> at.events("nobody")).hasMessageContaining("Stack [nobody] does not exist");
        assertThatThrownBy(() -> at.cfn.updateStack(request -> request.stackName("nobody")))
                .hasMessageContaining("Stack [nobody] does not exist");
        refused(request -> request.stackName("a_b"), "Member must satisfy regular expression pattern");
        at.cfn.deleteStack(request -> request.stackName("nobody"));
    }

    @Test
    void protectionKeepsAStackFromBeingDeleted() {
        create(request -> request.enableTerminationProtection(true));
        at.settle();
        assertThatThrownBy(() -> at.cfn.deleteStack(request -> request.stackName("s"))).hasMessageContaining(
                "Stack [s] cannot be deleted while TerminationProtection is enabled");
        at.cfn.updateTerminationProtection(request -> request.stackName("s").enableTerminationProtection(false));
        at.cfn.deleteStack(request -> request.stackName("s"));
        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.DELETE_IN_PROGRESS);
    }

    @Test
    void aServiceRoleMustTrustCloudFormationAndThenMakesTheCalls() {
        refused(
                request -> request.roleARN("arn:aws:iam::123456789012:role/other"),
                "Role arn:aws:iam::123456789012:role/other is invalid or cannot be assumed");
        var callers = new ArrayList<Caller>();
        at.cloud.ec2.on(CreateInternetGatewayRequest.class, request -> {
            callers.add(Caller.CURRENT.get());
            return CreateInternetGatewayResponse.builder()
                    .internetGateway(gateway -> gateway.internetGatewayId("igw-1"))
                    .build();
        });
        create(request -> request.roleARN("arn:aws:iam::123456789012:role/trusted"));
        at.settle();
        assertThat(callers).singleElement().satisfies(caller -> {
            assertThat(caller.service()).isEqualTo("cloudformation.amazonaws.com");
            assertThat(caller.arn())
                    .isEqualTo("arn:aws:sts::123456789012:assumed-role/trusted/AWSCloudFormation");
        });
    }

    @Test
    void anExportInUseKeepsItsStackAndItsValue() {
        at.create("base", GATEWAY + "\nOutputs: {Id: {Value: !Ref Gateway, Export: {Name: 'prod:Id'}}}");
        at.settle();
        at.create("user", "Resources: {Group: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName: !ImportValue"
                + " 'prod:Id'}}}");
        at.create("lost", "Resources: {Group: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName: !ImportValue"
                + " 'prod:None'}}}");
        at.settle();
        assertThat(at.history("lost")).contains(
                "lost ROLLBACK_IN_PROGRESS: No export named prod:None found. Rollback requested by user.");
        assertThat(at.cfn.listImports(request -> request.exportName("prod:Id")).imports()).containsExactly("user");

        at.cfn.deleteStack(request -> request.stackName("base"));
        at.settle();
        assertThat(at.stack("base").stackStatus()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(at.stack("base").stackStatusReason())
                .isEqualTo("Export prod:Id cannot be deleted as it is in use by user");

        at.cfn.deleteStack(request -> request.stackName("user"));
        at.settle();
        at.cfn.deleteStack(request -> request.stackName("base"));
        at.settle();
        assertThatThrownBy(() -> at.stack("base")).hasMessageContaining("does not exist");
    }

    @Test
    void aNoEchoValueIsNeverShown() {
        create(request -> request.templateBody("""
                        Parameters: {Secret: {Type: String, NoEcho: true}}
                        Resources: {Gateway: {Type: AWS::EC2::InternetGateway, Properties: {Tags: [{Key: a, Value: !Ref Secret}]}}}
                        """)
                .parameters(one -> one.parameterKey("Secret").parameterValue("hunter2")));
        at.settle();
        assertThat(at.stack("s").parameters().getFirst().parameterValue()).isEqualTo("****");
        assertThat(at.events("s").toString()).doesNotContain("hunter2").contains("****");
        assertThat(at.cloud.calls(CreateInternetGatewayRequest.class).getFirst().toString()).contains("hunter2");
    }

    @Test
    void stacksAndTemplatesAreListedAndDescribed() {
        at.create("one", GATEWAY);
        at.create("two", "Description: second\n" + GATEWAY);
        at.settle();
        at.cfn.deleteStack(request -> request.stackName("one"));
        at.settle();

        assertThat(at.cfn.describeStacks().stacks()).extracting(stack -> stack.stackName()).containsExactly("two");
        assertThat(at.cfn.listStacks().stackSummaries())
                .extracting(stack -> stack.stackName() + " " + stack.stackStatus())
                .containsExactly("two CREATE_COMPLETE", "one DELETE_COMPLETE");
        assertThat(at.cfn.listStacks(request -> request.stackStatusFilters(StackStatus.DELETE_COMPLETE))
                        .stackSummaries())
                .hasSize(1);
        assertThat(at.cfn.getTemplate(request -> request.stackName("two")).templateBody())
                .isEqualTo("Description: second\n" + GATEWAY);
        assertThat(at.cfn.getTemplateSummary(request -> request.stackName("two")).resourceTypes())
                .containsExactly("AWS::EC2::InternetGateway");
        assertThat(at.cfn.describeStackResources(request -> request.stackName("two")).stackResources())
                .singleElement()
                .satisfies(resource -> assertThat(resource.physicalResourceId()).startsWith("igw-"));
    }

    private String create(Consumer<CreateStackRequest.Builder> more) {
        return at.cfn.createStack(request -> {
                    request.stackName("s").templateBody(GATEWAY);
                    more.accept(request);
                })
                .stackId();
    }

    private void refused(Consumer<CreateStackRequest.Builder> more, String text) {
        assertThatThrownBy(() -> create(more))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining(text);
        assertThat(at.cfn.listStacks().stackSummaries()).isEmpty();
    }
}
