package companion.practice.codebuild.tools;

/** What a program stops with. */
final class ToolException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    ToolException(String message) {
        this(message, 0);
    }

    /** @param status 0: the program's usual one */
    ToolException(String message, int status) {
        super(message, null, false, false);
        this.status = status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    int status() {
        return status;
    }
}
