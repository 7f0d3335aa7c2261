package companion.workshop;

import org.jspecify.annotations.Nullable;

/** A step could not do its work, and knows why. */
public final class StepFailedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public StepFailedException(Problem problem, @Nullable Throwable cause) {
        super(problem.code() + ": " + problem.what(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
