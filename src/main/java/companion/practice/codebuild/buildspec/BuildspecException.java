package companion.practice.codebuild.buildspec;

/** What is wrong with a buildspec, as the message of a {@code YAML_FILE_ERROR}. */
public final class BuildspecException extends Exception {
    private static final long serialVersionUID = 1;

    public BuildspecException(String message) {
        super(message);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
