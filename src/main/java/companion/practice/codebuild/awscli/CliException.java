package companion.practice.codebuild.awscli;

/** What the CLI stops with: 252 for wrong use, 253 for its own trouble, 254 for a service's error. */
final class CliException extends Exception {
    private static final long serialVersionUID = 1;
    private static final String USAGE = "\n"
            + "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]\n"
            + "To see help text, you can run:\n\n"
            + "  aws help\n"
            + "  aws <command> help\n"
            + "  aws <command> <subcommand> help\n\n";

    private final int status;

    CliException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static CliException usage(String message) {
        return new CliException(252, USAGE + "aws: error: " + message);
    }

    String text() {
        return String.valueOf(getMessage());
    }

    int status() {
        return status;
    }
}
