package companion.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** What the front door does with requests that no SDK would send. */
class HttpEdgeTest {
    private static final String ECS = "AmazonEC2ContainerServiceV20141113.";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestDoor door = TestDoor.to(
            Map.of(
                    AwsService.ECS, new JsonServicesTest.FakeEcs(),
                    AwsService.EC2, new Ec2ServiceTest.FakeEc2(),
                    AwsService.CLOUDFORMATION, new QueryServicesTest.FakeCloudFormation()),
            new Route(path -> path.startsWith("/v1/repos/"), exchange -> {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }));

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "evil.example.com",
        "127.0.0.1.evil.example.com",
        "localhost.evil.com",
        "10.0.0.1",
        "localhost:1",
        ""
    })
    void aHostNameThatIsNotThisMachineIsRefused(String host) throws Exception {
        assertThat(raw("GET /_practice/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "127.0.0.1",
        "localhost",
        "bucket.localhost",
        "123456789012.dkr.ecr.us-east-1.localhost",
        "[::1]"
    })
    void namesOfThisMachineAreServed(String host) throws Exception {
        assertThat(raw("GET /_practice/health HTTP/1.1\r\nHost: " + host + ":" + door.endpoint().getPort()
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("\"status\":\"ok\"", "\"time\":\"2026-11-21T12:00:00Z\"", "\"speed\":\"1\"");
    }

    @Test
    void otherRoutesComeBeforeTheApis() throws Exception {
        assertThat(send("GET", "/v1/repos/MyRepo/info/refs", Map.of(), "").statusCode()).isEqualTo(204);
    }

    @Test
    void aRequestWithoutASignatureIsRefusedInItsOwnProtocol() throws Exception {
        var json = send("POST", "/", Map.of("X-Amz-Target", ECS + "ListClusters"), "{}");
        var query = send("POST", "/", Map.of("Content-Type", FORM), "Action=DescribeStacks&Version=2010-05-15");
        var ec2 = send("POST", "/", Map.of("Content-Type", FORM), "Action=DescribeVpcs&Version=2016-11-15");
        var s3 = send("GET", "/bucket/key", Map.of(), "");

        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("\"__type\":\"MissingAuthenticationTokenException\"");
        assertThat(query.statusCode()).isEqualTo(403);
        assertThat(query.body()).contains("<Type>Sender</Type><Code>MissingAuthenticationToken</Code>");
        assertThat(ec2.body()).contains("<Response><Errors><Error><Code>MissingAuthenticationToken</Code>");
        assertThat(s3.statusCode()).isEqualTo(403);
        assertThat(s3.body()).contains("<Error><Code>AccessDenied</Code>", "<Key>key</Key>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cluster\": 5}           | NUMBER_VALUE can not be converted to a String",
                "{\"cluster\": [\"a\"]}     | Start of list found where not expected",
                "{\"cluster\": {}}          | Start of structure or map found where not expected.",
                "{\"cluster\": \"a\"        | Unexpected end-of-input",
                "[]                         | Unexpected token received from parser",
                "{} {}                      | Unexpected token received from parser",
                "no json at all             | Unrecognized token 'no'"
            })
    void aBodyThatIsNotTheModelsJsonIsASerializationException(String body, String message) throws Exception {
        var answer = signed("ecs", Map.of("X-Amz-Target", ECS + "DeleteCluster"), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"__type\":\"SerializationException\"", message);
    }

    @Test
    void membersThatTheModelDoesNotHaveAreSkipped() throws Exception {
        var answer = signed(
                "ecs",
                Map.of("X-Amz-Target", ECS + "ListClusters"),
                "{\"new\": [{\"a\": {}}], \"nextToken\": null}");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoSuchThing", "listClusters", "../../Object", "Ecs", ""})
    void anOperationThatAwsDoesNotHaveIsUnknown(String operation) throws Exception {
        var json = signed("ecs", Map.of("X-Amz-Target", ECS + operation), "{}");

        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("UnknownOperationException");
    }

    @Test
    void aTargetOfAnotherServiceIsUnknown() throws Exception {
        assertThat(signed("ecs", Map.of("X-Amz-Target", "CodeBuild_20161006.ListProjects"), "{}").body())
                .contains("UnknownOperationException");
    }

    @Test
    void anUnknownActionAndAnotherVersionAreInvalidActions() throws Exception {
        var action = signed("cloudformation", Map.of("Content-Type", FORM), "Action=Nope&Version=2010-05-15");
        var version = signed(
                "cloudformation", Map.of("Content-Type", FORM), "Action=DescribeStacks&Version=2001-01-01");
        var ec2 = signed("ec2", Map.of("Content-Type", FORM), "Action=Nope&Version=2016-11-15");
        var none = signed("cloudformation", Map.of("Content-Type", FORM), "Version=2010-05-15");

        assertThat(action.statusCode()).isEqualTo(400);
        assertThat(action.body())
                .contains("<Code>InvalidAction</Code><Message>Could not find operation Nope for version 2010-05-15<");
        assertThat(version.body()).contains("Could not find operation DescribeStacks for version 2001-01-01");
        assertThat(ec2.body())
                .contains("<Code>InvalidAction</Code>", "The action Nope is not valid for this web service.");
        assertThat(none.body()).contains("<Code>MissingAction</Code>");
    }

    @Test
    void aValueOfTheWrongTypeIsNamed() throws Exception {
        var query = signed(
                "cloudformation",
                Map.of("Content-Type", FORM),
                "Action=CreateStack&Version=2010-05-15&StackName=a&TimeoutInMinutes=soon");
        var ec2 = signed("ec2", Map.of("Content-Type", FORM), "Action=DescribeVpcs&Version=2016-11-15&MaxResults=many");

        assertThat(query.statusCode()).isEqualTo(400);
        assertThat(query.body()).contains("<Code>MalformedInput</Code>", "soon", "TimeoutInMinutes");
        assertThat(ec2.body()).contains("<Code>InvalidParameterValue</Code>", "many", "MaxResults");
    }

    @Test
    void aServiceThatIsNotThereIsNamed() throws Exception {
        var answer = signed("dynamodb", Map.of("X-Amz-Target", "DynamoDB_20120810.ListTables"), "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The practice cloud does not offer the service dynamodb");
        var rest = signed("lambda", Map.of(), "{}");
        assertThat(rest.headers().firstValue("x-amzn-errortype")).hasValue("UnknownOperationException");
        assertThat(rest.body()).contains("The practice cloud does not offer the service lambda");
    }

    @Test
    void aServiceOfAnotherProtocolThatIsNotThereIsNamedInJsonOrXml() throws Exception {
        var json = signed("lambda", Map.of(), "");
        var xml = signed("route53", Map.of(), "");

        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).startsWith("{\"__type\"").contains("does not offer the service lambda");
        assertThat(xml.body()).contains("<Error><Code>", "does not offer the service route53");
    }

    @Test
    void anEmptyResultHasItsElement() throws Exception {
        var answer = signed(
                "cloudformation",
                Map.of("Content-Type", FORM),
                "Action=DeleteStack&Version=2010-05-15&StackName=a");

        assertThat(answer.body()).contains("<DeleteStackResult></DeleteStackResult>");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithAnAnswer() throws Exception {
        var answer = send(
                "POST",
                "/",
                Map.of("X-Amz-Target", ECS + "ListClusters"),
                "{\"nextToken\":\"" + "a".repeat(17 << 20) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("RequestEntityTooLarge", "smaller than 16777216 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=y",
        "AWS4-HMAC-SHA256 nothing",
        "AWS4-HMAC-SHA256 Credential=a/20261121/us-east-1/ecs/aws4_request, SignedHeaders=x-amz-date, Signature=y",
        "AWS4-HMAC-SHA256 Credential=a/20261121/not a region/ecs/aws4_request, SignedHeaders=host, Signature=y",
        "Basic dXNlcjpwYXNz",
        ""
    })
    void aSignatureThatIsNotOneIsRefused(String authorization) throws Exception {
        var answer = send(
                "POST",
                "/",
                Map.of(
                        "X-Amz-Target", ECS + "ListClusters",
                        "Authorization", authorization,
                        "X-Amz-Date", "20261121T000000Z"),
                "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("IncompleteSignatureException");
    }

    @Test
    void ec2RefusesAnotherSecretWithItsOwnCode() throws Exception {
        var forger = AwsBasicCredentials.create(door.credentials().learner().accessKeyId(), "A".repeat(40));

        var answer = signed(forger, "ec2", Map.of("Content-Type", FORM), "Action=DescribeVpcs&Version=2016-11-15");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .contains("<Code>AuthFailure</Code>", "AWS was not able to validate the provided access credentials");
    }

    private HttpResponse<String> signed(String service, Map<String, String> headers, String body) throws Exception {
        return signed(TestDoor.aws(door.credentials().learner()), service, headers, body);
    }

    private HttpResponse<String> signed(
            AwsCredentials signer, String service, Map<String, String> headers, String body) throws Exception {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(door.endpoint().resolve("/"));
        headers.forEach(request::putHeader);
        var signed = AwsV4HttpSigner.create()
                .sign(r -> r.identity(signer)
                        .request(request.build())
                        .payload(ContentStreamProvider.fromUtf8String(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request();
        var all = new java.util.HashMap<String, String>();
        signed.headers().forEach((name, values) -> all.put(name, values.getFirst()));
        all.keySet().removeIf(name -> name.equalsIgnoreCase("Host"));
        return send("POST", "/", all, body);
    }

    private HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(door.endpoint() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", door.endpoint().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
