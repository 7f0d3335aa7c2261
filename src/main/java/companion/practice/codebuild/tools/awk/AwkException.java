package companion.practice.codebuild.tools.awk;

/** A program that cannot be parsed or that asks for something that is not there; status 2. */
public final class AwkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AwkException(String message) {
        super(message, null, false, false);
    }
}
