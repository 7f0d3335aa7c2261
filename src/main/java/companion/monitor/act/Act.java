package companion.monitor.act;

import companion.aws.CliCommand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Something that can be done to a release: the request that would be made, whether it can be, and why not.
 *
 * @param label as on its button
 * @param blocked why it cannot be done now; empty if it can
 */
public record Act(Kind kind, String label, Optional<String> blocked, @Nullable SdkPojo request) {
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
        OVERRIDE_CONDITION
    }

    static Act possible(Kind kind, String label, SdkPojo request) {
        return new Act(kind, label, Optional.empty(), request);
    }

    static Act blocked(Kind kind, String label, String why) {
        return new Act(kind, label, Optional.of(why), null);
    }

    /** The same, blocked for a reason of the place where it would be done; one that is blocked already stays as it is. */
    public Act blockedBy(String why) {
        return blocked.isPresent() ? this : blocked(kind, label, why);
    }

    /** The operation that it calls; empty where it is blocked. */
    public String operation() {
        return request == null ? "" : request.getClass().getSimpleName().replaceFirst("Request$", "");
    }

    /** The same as an AWS CLI command; empty where it is blocked. */
    public String command(String region) {
        return request == null ? "" : CliCommand.of(request, region);
    }
}
