package companion.practice.wire;

import companion.practice.wire.signing.RefusedSignatureException;

/**
 * How each protocol says that it does not let a request in. Source: the services' "Common errors" pages, and their
 * answers.
 */
final class SignatureErrors {
    private static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method. "
                    + "Consult the service documentation for details.";
    private static final String INVALID = "The security token included in the request is invalid.";
    private static final String EXPIRED_TOKEN = "The security token included in the request is expired";
    private static final String NOT_VALIDATED = "AWS was not able to validate the provided access credentials";

    private SignatureErrors() {}

    static ApiError of(Dialect dialect, RefusedSignatureException refused) {
        return switch (dialect) {
            case JSON -> json(refused);
            case QUERY, SQS_QUERY -> query(refused);
            case EC2 -> ec2(refused);
            case S3 -> s3(refused);
        };
    }

    private static ApiError json(RefusedSignatureException refused) {
        return switch (refused.reason()) {
            case MISSING -> new ApiError(400, "MissingAuthenticationTokenException", "Missing Authentication Token");
            case INCOMPLETE, OUTDATED -> new ApiError(400, "IncompleteSignatureException", refused.getMessage());
            case UNKNOWN_KEY, INVALID_TOKEN -> new ApiError(400, "UnrecognizedClientException", INVALID);
            case EXPIRED_TOKEN -> new ApiError(400, "ExpiredTokenException", EXPIRED_TOKEN);
            case CLOCK, EXPIRED -> new ApiError(400, "InvalidSignatureException", refused.getMessage());
            case BODY, MISMATCH -> new ApiError(400, "InvalidSignatureException", MISMATCH);
        };
    }

    private static ApiError query(RefusedSignatureException refused) {
        return switch (refused.reason()) {
            case MISSING -> new ApiError(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
            case INCOMPLETE, OUTDATED -> new ApiError(400, "IncompleteSignature", refused.getMessage());
            case UNKNOWN_KEY, INVALID_TOKEN -> new ApiError(403, "InvalidClientTokenId", INVALID);
            case EXPIRED_TOKEN -> new ApiError(403, "ExpiredToken", EXPIRED_TOKEN);
            case CLOCK, EXPIRED -> new ApiError(403, "SignatureDoesNotMatch", refused.getMessage());
            case BODY, MISMATCH -> new ApiError(403, "SignatureDoesNotMatch", MISMATCH);
        };
    }

    private static ApiError ec2(RefusedSignatureException refused) {
        return switch (refused.reason()) {
            case MISSING -> new ApiError(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
            case INCOMPLETE, OUTDATED -> new ApiError(400, "IncompleteSignature", refused.getMessage());
            case UNKNOWN_KEY, INVALID_TOKEN, BODY, MISMATCH -> new ApiError(401, "AuthFailure", NOT_VALIDATED);
            case EXPIRED_TOKEN, CLOCK, EXPIRED -> new ApiError(400, "RequestExpired", "Request has expired.");
        };
    }

    private static ApiError s3(RefusedSignatureException refused) {
        return switch (refused.reason()) {
            case MISSING -> new ApiError(403, "AccessDenied", "Access Denied");
            case INCOMPLETE -> new ApiError(
                    400,
                    "AuthorizationHeaderMalformed",
                    "The authorization header is malformed; " + refused.getMessage());
            case OUTDATED -> new ApiError(
                    400,
                    "InvalidRequest",
                    "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");
            case UNKNOWN_KEY -> new ApiError(
                    403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
            case INVALID_TOKEN -> new ApiError(
                    400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
            case EXPIRED_TOKEN -> new ApiError(400, "ExpiredToken", "The provided token has expired.");
            case CLOCK -> new ApiError(
                    403,
                    "RequestTimeTooSkewed",
                    "The difference between the request time and the current time is too large.");
            case EXPIRED -> new ApiError(403, "AccessDenied", "Request has expired");
            case BODY -> new ApiError(400, "XAmzContentSHA256Mismatch", refused.getMessage());
            case MISMATCH -> new ApiError(
                    403,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. "
                            + "Check your key and signing method.");
        };
    }
}
