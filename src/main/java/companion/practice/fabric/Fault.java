package companion.practice.fabric;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes an SDK exception that the front door can put on the wire: with the code, status and text that AWS answers. */
public final class Fault {
    private Fault() {}

    /**
     * A fault of the caller, HTTP status 400.
     *
     * @param builder of the SDK's exception class, typed where AWS's model declares one
     * @param code as on the wire, for example {@code InvalidParameterException} or {@code ValidationError}
     */
    public static AwsServiceException of(AwsServiceException.Builder builder, String code, String message) {
        return of(builder, 400, code, message);
    }

    /** As above, with another HTTP status, such as IAM's 404 and 409. */
    public static AwsServiceException of(AwsServiceException.Builder builder, int status, String code, String message) {
        return builder.message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    /** What the service said, without what the SDK adds to it: for a room that passes it on in a sentence of its own. */
    public static String text(SdkException thrown) {
        var details = thrown instanceof AwsServiceException service ? service.awsErrorDetails() : null;
        return String.valueOf(details == null ? thrown.getMessage() : details.errorMessage());
    }
}
