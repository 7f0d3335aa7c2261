package companion.practice.codebuild.shell;

/** What a shell cannot go on after: it prints the message and ends the script with the status. */
final class ShellError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    ShellError(String message, int status) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
