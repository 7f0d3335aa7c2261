package companion.practice.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/**
 * An error as a service answers it, before a protocol gives it its form.
 *
 * @param members further members of a typed exception; null if it has none
 */
record ApiError(int status, String code, String message, @Nullable SdkPojo members) {
    private static final int DEFAULT_STATUS = 400;

    ApiError(int status, String code, String message) {
        this(status, code, message, null);
    }

    /** What a room threw. */
    static ApiError of(AwsServiceException thrown) {
        var details = thrown.awsErrorDetails();
        var code = details == null ? null : details.errorCode();
        var message = details == null ? null : details.errorMessage();
        if (message == null) {
            message = thrown.getMessage();
        }
        return new ApiError(
                thrown.statusCode() == 0 ? DEFAULT_STATUS : thrown.statusCode(),
                code == null ? thrown.getClass().getSimpleName() : code,
                message == null ? "" : message,
                (Object) thrown instanceof SdkPojo members ? members : null);
    }
}
