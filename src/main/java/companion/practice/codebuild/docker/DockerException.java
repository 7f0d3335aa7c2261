package companion.practice.codebuild.docker;

/** What docker stops with; its message is the whole text that it prints. */
final class DockerException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    DockerException(String message) {
        this(message, 1);
    }

    DockerException(String message, int status) {
        super(message, null, false, false);
        this.status = status;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    int status() {
        return status;
    }
}
