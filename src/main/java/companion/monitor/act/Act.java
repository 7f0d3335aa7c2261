package companion.monitor.act;

import companion.aws.CliCommand;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Something that can be done to a release: the requests that would be made, whether it can be, and why not.
 *
 * @param label as on its button
 * @param blocked why it cannot be done now; empty if it can
 * @param requests in the order in which they are made; none where it is blocked
 */
public record Act(Kind kind, String label, Optional<String> blocked, List<SdkPojo> requests) {
    public Act {
        requests = List.copyOf(requests);
    }

    public enum Kind {
        RELEASE_CHANGE,
        /** Only the actions that failed. */
        RETRY_STAGE,
        RETRY_STAGE_ALL_ACTIONS,
        ROLL_BACK_STAGE,
        STOP_EXECUTION,
        ABANDON_EXECUTION,
        APPROVE,
        REJECT,
        END_WAIT,
        STOP_DEPLOYMENT,
        STOP_AND_ROLL_BACK,
        DISABLE_TRANSITION,
        ENABLE_TRANSITION,
        OVERRIDE_CONDITION,
        /** Mends the cause of a failure, and retries what failed if that is left to do. */
        MEND
    }

    public static Act possible(Kind kind, String label, SdkPojo request) {
        return new Act(kind, label, Optional.empty(), List.of(request));
    }

    static Act blocked(Kind kind, String label, String why) {
        return new Act(kind, label, Optional.of(why), List.of());
    }

    /** The same, blocked for a reason of the place where it would be done; one that is blocked already stays as it is. */
    public Act blockedBy(String why) {
        return blocked.isPresent() ? this : blocked(kind, label, why);
    }

    /** The same under another label. */
    public Act labelled(String other) {
        return new Act(kind, other, blocked, requests);
    }

    /** The operation that it calls, the first one if it calls several; empty where it is blocked. */
    public String operation() {
        return requests.isEmpty() ? "" : operation(requests.getFirst());
    }

    /** As AWS names it: {@code RetryStageExecution}. */
    static String operation(SdkPojo request) {
        return request.getClass().getSimpleName().replaceFirst("Request$", "");
    }

    /** The same as AWS CLI commands, one for each request; empty where it is blocked. */
    public List<String> commands(String region) {
        return requests.stream().map(request -> CliCommand.of(request, region)).toList();
    }

    /** The same as AWS CLI commands, each on lines of its own; empty where it is blocked. */
    public String command(String region) {
        return String.join("\n", commands(region));
    }
}
