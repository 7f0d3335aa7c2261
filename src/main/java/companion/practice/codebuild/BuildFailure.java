package companion.practice.codebuild;

import java.util.List;
import software.amazon.awssdk.services.codebuild.model.PhaseContext;

/** Why a phase failed, as its context shows it. */
final class BuildFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String statusCode;
    private final transient List<String> lines;

    BuildFailure(String statusCode, String message) {
        this(statusCode, message, List.of());
    }

    /** @param lines that the agent logs before it gives up */
    BuildFailure(String statusCode, String message, List<String> lines) {
        super(message, null, false, false);
        this.statusCode = statusCode;
        this.lines = lines;
    }

    List<String> lines() {
        return lines;
    }

    PhaseContext context() {
        return PhaseContext.builder()
                .statusCode(statusCode)
                .message(String.valueOf(getMessage()))
                .build();
    }
}
