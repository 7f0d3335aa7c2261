package companion.practice.cloudformation;

import companion.practice.fabric.StandIns;
import companion.practice.world.TestWorlds;
import companion.practice.world.World;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** A CloudFormation among fake rooms, whose time the test moves. */
final class StackHarness implements AutoCloseable {
    final World world = TestWorlds.paused();
    final FakeCloud cloud = new FakeCloud(world);
    final CloudFormationClient cfn =
            new PracticeCloudFormation(
                    world, FakeCloud.PLACE, cloud.services(), cloud.fabric(), new StandIns(new SecureRandom()));

    String create(String name, String template) {
        return cfn.createStack(request -> request.stackName(name)
                        .templateBody(template)
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"))
                .stackId();
    }

    void step(Duration by) {
        world.step(by);
    }

    void settle() {
        world.step(Duration.ofHours(1));
    }

    Stack stack(String nameOrId) {
        return cfn.describeStacks(request -> request.stackName(nameOrId)).stacks().getFirst();
    }

    /** Oldest first. */
    List<StackEvent> events(String nameOrId) {
        return cfn.describeStackEventsPaginator(request -> request.stackName(nameOrId)).stackEvents().stream()
                .toList()
                .reversed();
    }

    /** {@code Logical STATUS} or {@code Logical STATUS: reason}, oldest first. */
    List<String> history(String nameOrId) {
        return events(nameOrId).stream()
                .map(event -> event.logicalResourceId() + " " + event.resourceStatusAsString()
                        + (event.resourceStatusReason() == null ? "" : ": " + event.resourceStatusReason()))
                .toList();
    }

    String output(String nameOrId, String key) {
        return stack(nameOrId).outputs().stream()
                .filter(output -> output.outputKey().equals(key))
                .findFirst()
                .orElseThrow()
                .outputValue();
    }

    @Override
    public void close() {
        world.close();
    }
}
