package companion.practice.codebuild.shell;

/**
 * A script that would go on for longer than its build may: it used up its steps, its output or its time. The build then
 * hangs until its time limit ends it, which is what happens to such a build at AWS.
 */
public final class EndlessException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EndlessException() {
        super("The script does not end", null, false, false);
    }
}
