package companion.aws;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What AWS's errors mean for somebody who wants to go on. */
public final class AwsErrors {
    /** The code of a call that was not sent because there was nothing to sign it with. */
    public static final String NO_CREDENTIALS = "NoCredentials";

    private static final Set<String> HOLDING = Set.of(
            "DependencyViolation",
            "ResourceInUse",
            "ResourceInUseException",
            "RepositoryNotEmptyException",
            "BucketNotEmpty",
            "DeleteConflict",
            "ClusterContainsServicesException",
            "ClusterContainsTasksException",
            "DeploymentGroupAlreadyInUse",
            "ResourceConflictException",
            "ConcurrentModificationException");
    private static final Set<String> CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "RequestExpired");
    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "AuthFailure", "OptInRequired");
    private static final Set<String> LIMITS = Set.of(
            "LimitExceededException",
            "VpcLimitExceeded",
            "AddressLimitExceeded",
            "NatGatewayLimitExceeded",
            "AccountLimitExceededException",
            "RepositoryLimitExceededException",
            "TooManyBuckets");

    private AwsErrors() {}

    /** AWS's error code; where it did not come from AWS, {@link #NO_CREDENTIALS} or the exception's name. */
    public static String code(Throwable error) {
        if (hasNoCredentials(error)) {
            return NO_CREDENTIALS;
        }
        if (error instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            var code = service.awsErrorDetails().errorCode();
            if (code != null) {
                return code;
            }
        }
        return error.getClass().getSimpleName();
    }

    /** AWS's own words, without the request ids that the SDK adds. */
    public static String message(@Nullable Throwable error) {
        if (error == null) {
            return "";
        }
        if (error instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            var text = service.awsErrorDetails().errorMessage();
            if (text != null) {
                return text;
            }
        }
        var text = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        // The SDK goes on with all that it tried and all that the configuration files hold.
        return hasNoCredentials(error) ? "No AWS credentials were found." : text;
    }

    /** Whether no credentials were found at all. */
    public static boolean hasNoCredentials(Throwable error) {
        var text = error.getMessage();
        return error instanceof SdkClientException && text != null && text.startsWith("Unable to load credentials");
    }

    static String firstLine(Throwable error) {
        var line = message(error).lines().findFirst().orElse("");
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    /**
     * Whether AWS will accept the same call a little later, because a role that was just made is not known everywhere
     * yet (IAM user guide, "Changes that I make are not always immediately visible"). Exactly the errors with which
     * CodeBuild, CodePipeline, CodeDeploy and ECS say that.
     */
    public static boolean isPassing(Throwable error) {
        if (!(error instanceof AwsServiceException service)) {
            return false;
        }
        var text = message(error);
        return switch (AwsService.ofError(service).cli() + " " + code(error)) {
            case "codebuild InvalidInputException" ->
                text.contains("is not authorized to perform: sts:AssumeRole")
                        || text.contains("Not authorized to perform DescribeSecurityGroups");
            case "codepipeline InvalidStructureException" ->
                text.contains("is not authorized to perform AssumeRole on role");
            case "deploy InvalidRoleException" -> true;
            case "ecs InvalidParameterException" -> text.contains("Unable to assume the service linked role");
            default -> false;
        };
    }

    /** Whether something else still has to go first. */
    public static boolean isHolding(Throwable error) {
        return HOLDING.contains(code(error));
    }

    public static boolean isAboutCredentials(Throwable error) {
        return CREDENTIALS.contains(code(error)) || hasNoCredentials(error);
    }

    public static boolean isDenied(Throwable error) {
        return DENIED.contains(code(error));
    }

    public static boolean isLimit(Throwable error) {
        return LIMITS.contains(code(error));
    }

    /**
     * Whether the error is about what was asked for, so that asking again a little later changes nothing: it is not throttling, not
     * an error of AWS's own, and not about who asks.
     */
    public static boolean isFinal(Throwable error) {
        return error instanceof AwsServiceException service
                && service.statusCode() >= 400
                && service.statusCode() < 500
                && !service.isThrottlingException()
                && !isAboutCredentials(error);
    }

    public static boolean isThrottled(Throwable error) {
        return error instanceof AwsServiceException service && service.isThrottlingException();
    }

    /** Whether nothing could be reached at all. */
    public static boolean isUnreachable(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.ConnectException
                    || cause instanceof java.net.UnknownHostException
                    || cause instanceof java.net.SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
