package companion.practice.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Clients from before the end of 2023, which speak Query to SQS. */
class SqsQueryTest {
    private final SqsBench bench = new SqsBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aQueueIsMadeAndDescribedInTheOldNames() throws Exception {
        var made = ask("/", "Action=CreateQueue&QueueName=old&Attribute.1.Name=VisibilityTimeout&Attribute.1.Value=77"
                + "&Tag.1.Key=team&Tag.1.Value=a");
        assertThat(made.body()).contains("<QueueUrl>" + bench.endpoint() + "/123456789012/old</QueueUrl>");

        assertThat(ask("/123456789012/old", "Action=GetQueueAttributes&AttributeName.1=VisibilityTimeout").body())
                .contains("<Attribute><Name>VisibilityTimeout</Name><Value>77</Value></Attribute>");
        assertThat(ask("/123456789012/old", "Action=ListQueueTags").body())
                .contains("<Tag><Key>team</Key><Value>a</Value></Tag>");
        assertThat(ask("/", "Action=ListQueues").body()).contains("<ListQueuesResult><QueueUrl>");
    }

    @Test
    void messagesGoThroughWithTheirAttributes() throws Exception {
        bench.create("old");
        var url = "QueueUrl=" + encode(bench.endpoint() + "/123456789012/old");

        var sent = ask("/", "Action=SendMessage&" + url + "&MessageBody=" + encode("a <b>")
                + "&MessageAttribute.1.Name=colour&MessageAttribute.1.Value.DataType=String"
                + "&MessageAttribute.1.Value.StringValue=red");
        assertThat(sent.body()).contains("<MD5OfMessageBody>").contains("<MD5OfMessageAttributes>");
        var received = ask("/", "Action=ReceiveMessage&" + url
                + "&AttributeName.1=All&MessageAttributeName.1=All&MaxNumberOfMessages=1").body();
        assertThat(received)
                .contains("<Body>a &lt;b&gt;</Body>")
                .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>")
                .contains("<MessageAttribute><Name>colour</Name><Value><StringValue>red</StringValue>"
                        + "<DataType>String</DataType></Value></MessageAttribute>");
        var handle = received.replaceAll("(?s).*<ReceiptHandle>(.*)</ReceiptHandle>.*", "$1");

        var deleted = ask("/", "Action=DeleteMessageBatch&" + url
                + "&DeleteMessageBatchRequestEntry.1.Id=x&DeleteMessageBatchRequestEntry.1.ReceiptHandle=" + encode(handle)
                + "&DeleteMessageBatchRequestEntry.2.Id=y&DeleteMessageBatchRequestEntry.2.ReceiptHandle=no");
        assertThat(deleted.body())
                .contains("<DeleteMessageBatchResultEntry><Id>x</Id></DeleteMessageBatchResultEntry>")
                .contains("<BatchResultErrorEntry><Id>y</Id><SenderFault>true</SenderFault>"
                        + "<Code>ReceiptHandleIsInvalid</Code>");
    }

    @Test
    void errorsHaveTheOldCodes() throws Exception {
        var refused = ask("/", "Action=GetQueueUrl&QueueName=none");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("<Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code>")
                .contains("<Message>The specified queue does not exist.</Message>");
        assertThat(ask("/", "Action=Nonsense").body()).contains("<Code>InvalidAction</Code>");
    }

    private HttpResponse<String> ask(String path, String form) throws Exception {
        var body = ContentStreamProvider.fromUtf8String(form + "&Version=2012-11-05");
        var keys = bench.learner();
        var signed = AwsV4HttpSigner.create()
                .sign(s -> s.identity(AwsCredentialsIdentity.create(keys.accessKeyId(), keys.secretAccessKey()))
                        .request(SdkHttpRequest.builder()
                                .uri(bench.endpoint().resolve(path))
                                .method(SdkHttpMethod.POST)
                                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                                .build())
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request();
        var request = HttpRequest.newBuilder(signed.getUri())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.newStream().readAllBytes()));
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
