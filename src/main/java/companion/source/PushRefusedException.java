package companion.source;

import java.io.IOException;

/** The remote did not take a push. */
public final class PushRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    PushRefusedException(String branch, String answer) {
        super("The push to " + branch + " was refused: " + answer);
    }
}
