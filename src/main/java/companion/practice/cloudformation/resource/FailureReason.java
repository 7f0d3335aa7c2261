package companion.practice.cloudformation.resource;

import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** The ResourceStatusReason for what went wrong in a service, in CloudFormation's form. */
public final class FailureReason {
    private static final Pattern GONE = Pattern.compile(".*(NotFound|NoSuch|DoesNotExist|NonExistent|Unknown).*");

    private static final Pattern IN_USE =
            Pattern.compile("DependencyViolation|ResourceInUse.*|ClusterContains.*Exception");

    private FailureReason() {}

    /**
     * Words the failure.
     *
     * @param token the request token of the resource handler, a UUID
     * @param requestId of the call that failed, a UUID
     */
    public static String of(RuntimeException failure, String token, String requestId) {
        return switch (failure) {
            case ResourceFailedException own -> own.getMessage();
            case CloudFormationException template -> text(template);
            case AwsServiceException service -> handler(
                    text(service) + " (Service: " + service(service.getClass()) + ", Status Code: "
                            + service.statusCode() + ", Request ID: " + requestId + ")",
                    token,
                    code(service));
            case UnsupportedOperationException missing -> handler(
                    missing.getMessage() == null
                            ? "The practice cloud does not support a call that this resource needs"
                            : missing.getMessage(),
                    token,
                    "InvalidRequest");
            default -> "Internal Failure";
        };
    }

    /** What a handler says when the resource does not get ready. */
    public static String notStabilized(String message, String token) {
        return handler(message, token, "NotStabilized");
    }

    /** What a handler says when the resource is there before it is made. */
    public static String alreadyExists(String type, String identifier, String token) {
        return handler(
                "Resource of type '" + type + "' with identifier '" + identifier + "' already exists.",
                token,
                "AlreadyExists");
    }

    /** Whether the service says that the resource does not exist, which is what a deletion is after. */
    public static boolean isGone(RuntimeException failure) {
        return hasCode(failure, GONE);
    }

    /** Whether the service says that something else still uses the resource. */
    public static boolean isInUse(RuntimeException failure) {
        return hasCode(failure, IN_USE);
    }

    /** The plain error message of a service. */
    public static String text(AwsServiceException failure) {
        return failure.awsErrorDetails() == null
                ? String.valueOf(failure.getMessage())
                : failure.awsErrorDetails().errorMessage();
    }

    private static boolean hasCode(RuntimeException failure, Pattern code) {
        return failure instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && code.matcher(service.awsErrorDetails().errorCode()).matches();
    }

    private static String handler(String message, String token, String code) {
        return "Resource handler returned message: \"" + message + "\" (RequestToken: " + token + ", HandlerErrorCode: "
                + code + ")";
    }

    private static String service(Class<?> exception) {
        var type = exception;
        while (type.getSuperclass() != AwsServiceException.class && type.getSuperclass() != Object.class) {
            type = type.getSuperclass();
        }
        return type.getSimpleName().replace("Exception", "");
    }

    private static String code(AwsServiceException failure) {
        var code = failure.awsErrorDetails() == null
                ? ""
                : failure.awsErrorDetails().errorCode().toLowerCase(Locale.ROOT);
        if (code.contains("alreadyexist") || code.contains("alreadyowned") || code.contains("duplicate")) {
            return "AlreadyExists";
        }
        if (isGone(failure)) {
            return "NotFound";
        }
        if (code.contains("limitexceeded") || code.contains("toomany")) {
            return "ServiceLimitExceeded";
        }
        if (code.contains("accessdenied") || code.contains("unauthorized")) {
            return "AccessDenied";
        }
        if (isInUse(failure) || code.contains("conflict")) {
            return "ResourceConflict";
        }
        return code.contains("invalid") || code.contains("validation") || code.contains("malformed")
                ? "InvalidRequest"
                : "GeneralServiceException";
    }
}
