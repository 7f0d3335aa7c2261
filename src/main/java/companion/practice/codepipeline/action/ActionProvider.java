package companion.practice.codepipeline.action;

import java.util.Set;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/** A kind of action. */
public interface ActionProvider {

    /** As in a pipeline's declaration: category, owner, provider, version. */
    ActionTypeId type();

    /** The configuration keys that must be there. */
    Set<String> required();

    /** The configuration keys that may be there. */
    Set<String> optional();

    /** How many input and output artifacts it takes. */
    Artifacts artifacts();

    /**
     * Starts the action. It ends by one call of the outcome, now or in a later event; a failure may also be thrown.
     *
     * @throws ActionFailed where it cannot be done at all
     */
    Started start(ActionRun run, ActionRun.Outcome outcome) throws ActionFailed;

    /** Bounds, both inclusive. */
    record Artifacts(int minInput, int maxInput, int minOutput, int maxOutput) {}

    /** What the pipeline may still do with an action that was started. */
    interface Started {
        /** For actions that cannot be stopped from the pipeline: what runs outside goes on running. */
        Started DETACHED = () -> {};

        /** The pipeline gives the action up; nothing outside is stopped, only the waiting for it ends. */
        void abandon();
    }
}
