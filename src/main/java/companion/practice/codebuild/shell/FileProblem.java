package companion.practice.codebuild.shell;

/** Why a file could not be had, in the words of the C library: {@code No such file or directory}. */
public final class FileProblem extends Exception {
    private static final long serialVersionUID = 1;

    public FileProblem(String reason) {
        super(reason, null, false, false);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
