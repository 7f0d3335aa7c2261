package companion.workshop;

import java.util.function.Consumer;

/**
 * Somebody going through a workshop: runs stages one at a time on a virtual thread of its own, and tells its
 * listeners each change. Thread-safe; no method waits for AWS.
 */
public interface Session extends AutoCloseable {

    SessionState state();

    /**
     * Tells the listener the state now and at each change, on any thread, in order. A listener must be quick and must
     * not call the session from there.
     *
     * @return ends it
     */
    Runnable listen(Consumer<SessionState> listener);

    /** Chooses a value; the steps of the stages are made anew. Refused while a stage runs. */
    void choose(String inputId, String value);

    /** Reads what of all stages is already there, so that resuming shows the truth. */
    Running refresh();

    /** Runs all steps of a stage that are not done. */
    Running runStage(String stageId);

    /** Runs the next step of the stage that is not done, and only it. */
    Running runNextStep(String stageId);

    /** Lets the running step end and starts no other. */
    void stopAfterStep();

    /** Interrupts the running step; what it made stays in the ledger, and running again goes on. */
    void cancel();

    /** Removes everything that the workshop made, then lists the account as the proof. */
    Running cleanUp();

    /** Lists the account again, without removing anything. */
    Running prove();

    /** Stops what runs, and keeps what is needed to go on another day. */
    @Override
    void close();

    /** Work that was started. */
    interface Running {
        /**
         * Waits for its end.
         *
         * @return whether all of it is done
         */
        boolean await() throws InterruptedException;
    }
}
