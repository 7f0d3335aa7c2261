package companion.practice.codedeploy;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.Diagnostics;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;

/** Ends a deployment, from any of its steps. */
final class DeploymentFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient @Nullable Diagnostics diagnostics;

    DeploymentFailure(ErrorCode code, String message) {
        this(code, message, null);
    }

    DeploymentFailure(ErrorCode code, String message, @Nullable Diagnostics diagnostics) {
        super(message);
        this.code = code;
        this.diagnostics = diagnostics;
    }

    ErrorCode code() {
        return code;
    }

    @Nullable Diagnostics diagnostics() {
        return diagnostics;
    }
}
