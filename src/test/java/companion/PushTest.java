package companion;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.Connection;
import companion.monitor.snapshot.WallSnapshot;
import companion.monitor.watch.WatchedRegion;
import companion.monitor.watch.push.CloudEvent;
import companion.monitor.watch.push.Push;
import companion.monitor.watch.push.PushState;
import companion.monitor.watch.wall.WallWatch;
import companion.practice.PracticeCloud;
import companion.practice.PracticeSettings;
import companion.practice.world.Speed;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Being told of changes by a practice cloud: a rule and a queue of its own, real events, real long polls. */
class PushTest {
    private static final String NAME = "workshop-companion-watch";
    private static final int SECONDS = 30;

    private final PracticeCloud cloud = PracticeCloud.start(PracticeSettings.on(0, null, new Speed(300)));
    private final Connection learner = Answers.connect(cloud);
    private final WatchedRegion region =
            WatchedRegion.practice(learner.target(), "us-east-1", cloud.clock()::now);
    private final LinkedBlockingQueue<PushState> states = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<CloudEvent> events = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<WallSnapshot> walls = new LinkedBlockingQueue<>();
    private final Push push = region.push(learner, NAME, states::add);

    PushTest() throws IOException {}

    @AfterEach
    void close() {
        push.close();
        region.close();
        learner.close();
        cloud.close();
    }

    private static <T> T next(LinkedBlockingQueue<T> queue) throws InterruptedException {
        @Nullable T next = queue.poll(SECONDS, TimeUnit.SECONDS);
        return Objects.requireNonNull(next, "nothing came");
    }

    @Test
    void whatChangesIsToldAndReadAtOnceAndNothingStaysBehind() throws InterruptedException {
        region.start();
        region.onEvent(events::add);
        assertThat(push.planOn()).extracting(Push.PlannedCall::operation)
                .containsExactly("CreateQueue", "PutRule", "PutTargets");
        push.turnOn();
        assertThat(next(states)).isEqualTo(new PushState.On());
        assertThat(region.isTold()).isTrue();

        try (var wall = new WallWatch(List.of(region), walls::add)) {
            wall.start();
            learner.codeCommit().createRepository(request -> request.repositoryName("app"));
            Pipelines.create(learner, "checkout");
            CloudEvent event;
            do {
                event = next(events);
            } while (!event.subject().equals(new CloudEvent.Subject.Pipeline("checkout")));
            WallSnapshot seen;
            do {
                seen = next(walls);
                // The executions and the stages are two requests; what happened between them is told by the next event.
            } while (seen.pipelines().stream()
                    .noneMatch(each -> each.trouble() != null && each.trouble().headline().equals("Source failed")));
        }

        assertThat(push.planOff()).extracting(Push.PlannedCall::operation)
                .containsExactly("RemoveTargets", "DeleteRule", "DeleteQueue");
        push.turnOff();
        assertThat(region.isTold()).isFalse();
        assertThat(learner.sqs().listQueues().queueUrls()).isEmpty();
        assertThat(learner.eventBridge().listRules(request -> {}).rules()).isEmpty();
        assertThat(push.state()).isEqualTo(new PushState.Off());
    }

    @Test
    void aQueueThatVanishesIsSaidAndEverythingIsAskedForAgain() throws InterruptedException {
        region.start();
        push.turnOn();
        assertThat(next(states)).isEqualTo(new PushState.On());
        var url = learner.sqs().getQueueUrl(request -> request.queueName(NAME)).queueUrl();
        learner.sqs().deleteQueue(request -> request.queueUrl(url));
        assertThat(next(states)).isInstanceOf(PushState.Lost.class);
        assertThat(region.isTold()).isFalse();
        assertThat(push.resume()).isFalse();
    }

    @Test
    void aQueueWhoseRuleIsGoneIsNotTakenForAnAccountInWhichNothingHappens() throws InterruptedException {
        push.turnOn();
        push.close();
        learner.eventBridge().removeTargets(request -> request.rule(NAME).ids("queue"));
        learner.eventBridge().deleteRule(request -> request.name(NAME));
        states.clear();
        var later = region.push(learner, NAME, states::add);
        later.resume();
        while (!(next(states) instanceof PushState.Lost)) {
            // It was on for a moment.
        }
        assertThat(region.isTold()).isFalse();
        later.turnOn();
        assertThat(later.state()).isEqualTo(new PushState.On());
        later.turnOff();
    }

    @Test
    void theQueueOfAnEarlierTimeIsReceivedFromAgain() throws InterruptedException {
        push.turnOn();
        push.close();
        var later = region.push(learner, NAME, states::add);
        assertThat(later.resume()).isTrue();
        assertThat(later.state()).isEqualTo(new PushState.On());
        later.turnOff();
        later.turnOff();
    }
}
