package companion.monitor.watch.push;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.CliCommand;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;

class PushRouteTest {
    private final PushRoute route = new PushRoute("aws", "123456789012", "eu-west-1", "workshop-companion-4f2a");

    private static List<String> operations(List<SdkPojo> requests) {
        return requests.stream()
                .map(request -> request.getClass().getSimpleName().replace("Request", ""))
                .toList();
    }

    @Test
    void theQueueIsThereBeforeTheRuleSendsToIt() {
        assertThat(operations(route.creation())).containsExactly("CreateQueue", "PutRule", "PutTargets");
    }

    @Test
    void theRuleStopsSendingBeforeTheQueueGoes() {
        assertThat(operations(route.removal("https://sqs.eu-west-1.amazonaws.com/123456789012/workshop-companion-4f2a")))
                .containsExactly("RemoveTargets", "DeleteRule", "DeleteQueue");
    }

    @Test
    void eachCallCanBeShownAsTheCommandThatDoesTheSame() {
        var commands = route.creation().stream().map(request -> CliCommand.of(request, "eu-west-1")).toList();
        assertThat(commands.get(0))
                .startsWith("aws sqs create-queue")
                .contains("--queue-name workshop-companion-4f2a", "events.amazonaws.com", "aws:SourceArn");
        assertThat(commands.get(1)).startsWith("aws events put-rule").contains("aws.codepipeline", "aws.ecs");
        assertThat(commands.get(2))
                .startsWith("aws events put-targets")
                .contains("arn:aws:sqs:eu-west-1:123456789012:workshop-companion-4f2a");
    }

    @Test
    void onlyThisRuleMaySendToTheQueue() {
        assertThat(route.creation().getFirst().toString())
                .contains("arn:aws:events:eu-west-1:123456789012:rule/workshop-companion-4f2a");
    }
}
