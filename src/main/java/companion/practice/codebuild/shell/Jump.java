package companion.practice.codebuild.shell;

/** Control that leaves the command it is in: {@code exit}, {@code return}, {@code break} and {@code continue}. */
abstract sealed class Jump extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Jump() {
        super(null, null, false, false);
    }

    static final class Exit extends Jump {
        private static final long serialVersionUID = 1;
        final int status;

        Exit(int status) {
            this.status = status & 0xff;
        }
    }

    static final class Return extends Jump {
        private static final long serialVersionUID = 1;
        final int status;

        Return(int status) {
            this.status = status & 0xff;
        }
    }

    static final class Loop extends Jump {
        private static final long serialVersionUID = 1;
        final int levels;
        final boolean again;

        Loop(int levels, boolean again) {
            this.levels = levels;
            this.again = again;
        }
    }
}
