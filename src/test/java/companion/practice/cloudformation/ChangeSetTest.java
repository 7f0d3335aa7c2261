package companion.practice.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The calls that {@code aws cloudformation deploy} makes. */
class ChangeSetTest {
    private static final String NETWORK =
            """
            Resources:
              Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
              Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
            """;

    private final StackHarness at = new StackHarness();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void aStackMayBeCreatedByAChangeSet() {
        changeSet("first", ChangeSetType.CREATE, NETWORK);
        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
        assertThat(describe("first").status()).isEqualTo(ChangeSetStatus.CREATE_PENDING);
        at.step(Duration.ofSeconds(5));

        var described = describe("first");
        assertThat(described.status()).isEqualTo(ChangeSetStatus.CREATE_COMPLETE);
        assertThat(described.executionStatus()).isEqualTo(ExecutionStatus.AVAILABLE);
        assertThat(described.changes())
                .extracting(change -> change.resourceChange().logicalResourceId())
                .containsExactly("Vpc", "Subnet");

        at.cfn.executeChangeSet(request -> request.stackName("s").changeSetName("first"));
        at.settle();
        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(at.stack("s").changeSetId()).isEqualTo(described.changeSetId());
    }

    @Test
    void anUpdateIsForetoldWithItsReplacements() {
        at.create("s", NETWORK);
        at.settle();
        changeSet("next", ChangeSetType.UPDATE, NETWORK.replace("10.0.0.0/16", "10.1.0.0/16")
                + "  Gateway: {Type: AWS::EC2::InternetGateway}\n");
        at.step(Duration.ofSeconds(5));

        var changes = describe("next").changes().stream().map(change -> change.resourceChange()).toList();
        assertThat(changes).extracting(change -> change.logicalResourceId() + " " + change.action() + " "
                        + change.replacement() + " " + change.details().stream()
                                .map(detail -> detail.target().name() + " " + detail.evaluation())
                                .toList())
                .containsExactly(
                        "Gateway " + ChangeAction.ADD + " null []",
                        "Vpc Modify " + Replacement.TRUE + " [CidrBlock Static]",
                        "Subnet Modify " + Replacement.CONDITIONAL + " [VpcId Dynamic]");

        at.cfn.executeChangeSet(request -> request.stackName("s").changeSetName("next"));
        at.settle();
        assertThat(at.stack("s").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
    }

    @Test
    void aChangeSetWithoutChangesFailsWithTheTextThatTheCommandLineLooksFor() {
        at.create("s", NETWORK);
        at.settle();
        changeSet("same", ChangeSetType.UPDATE, NETWORK);
        at.step(Duration.ofSeconds(5));

        assertThat(describe("same").status()).isEqualTo(ChangeSetStatus.FAILED);
        assertThat(describe("same").statusReason()).isEqualTo(
                "The submitted information didn't contain changes. Submit different information to create a change set.");
        assertThatThrownBy(() -> at.cfn.executeChangeSet(request -> request.stackName("s").changeSetName("same")))
                .isInstanceOf(InvalidChangeSetStatusException.class)
                .hasMessageContaining("cannot be executed in its current status of [FAILED]");
    }

    @Test
    void changeSetsAreListedAndDeleted() {
        at.create("s", NETWORK);
        at.settle();
        changeSet("a", ChangeSetType.UPDATE, NETWORK.replace("10.0.0.0/24", "10.0.1.0/24"));
        at.step(Duration.ofSeconds(5));
        assertThat(at.cfn.listChangeSets(request -> request.stackName("s")).summaries())
                .extracting(summary -> summary.changeSetName())
                .containsExactly("a");

        at.cfn.deleteChangeSet(request -> request.stackName("s").changeSetName("a"));
        assertThatThrownBy(() -> describe("a"))
                .isInstanceOf(ChangeSetNotFoundException.class)
                .hasMessageContaining("ChangeSet [a] does not exist");
    }

    @Test
    void theTypeOfTheChangeSetMustFitTheStack() {
        assertThatThrownBy(() -> changeSet("a", ChangeSetType.UPDATE, NETWORK))
                .hasMessageContaining("Stack [s] does not exist");
        at.create("s", NETWORK);
        assertThatThrownBy(() -> changeSet("a", ChangeSetType.CREATE, NETWORK)).hasMessageContaining(
                "Stack [s] already exists and cannot be created again with the changeSet [a].");
    }

    private void changeSet(String name, ChangeSetType type, String template) {
        at.cfn.createChangeSet(request ->
                request.stackName("s").changeSetName(name).changeSetType(type).templateBody(template));
    }

    private DescribeChangeSetResponse describe(String name) {
        return at.cfn.describeChangeSet(request -> request.stackName("s").changeSetName(name));
    }
}
