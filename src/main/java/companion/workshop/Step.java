package companion.workshop;

import java.math.BigDecimal;
import java.util.List;

/**
 * One thing that a stage does. A step converges: {@link #check} says whether it is already so, {@link #run} makes it
 * so, and {@link #check} proves it. It keeps no state; what it needs it reads from the account.
 *
 * <p>All methods but {@link #plan} may block, are called on a virtual thread, and end early with {@link
 * InterruptedException} when the learner stops them.
 */
public interface Step {

    /** Stable within the stage. */
    String id();

    /** In the imperative: {@code Create the repository}. */
    String title();

    /** AWS's own name, {@code Git} or {@code Local}. */
    String service();

    /** The main operation: {@code CreateRepository}, {@code push}. */
    String operation();

    /** What {@link #run} would call, known without calling anything. */
    List<Call> plan();

    /** What {@link #run} makes in the account; it is written to the ledger before the first call. */
    default List<Resource> creates() {
        return List.of();
    }

    /** What it adds to the bill per hour while it exists, US dollars at the list price; zero for most. */
    default BigDecimal hourlyCost() {
        return creates().stream().map(Resource::hourlyCost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Reads whether it is already so. */
    Check check() throws Exception;

    /**
     * Makes it so, and waits until it is. Safe to repeat after it was cut off anywhere.
     *
     * @throws StepFailedException with what to do next, where that is known; anything else is classified by the engine
     */
    void run(Progress progress) throws Exception;

    /**
     * Whether there is nothing to run: the step is done when its check finds what it looks for, and failed otherwise.
     */
    default boolean checkOnly() {
        return false;
    }
}
