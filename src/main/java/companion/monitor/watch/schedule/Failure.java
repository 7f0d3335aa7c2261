package companion.monitor.watch.schedule;

import companion.aws.TracedCall;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.schedule.Answering.Kind;
import java.util.Optional;
import java.util.Set;

/**
 * A call that failed in a way that says something about the account, and not about what was asked for.
 *
 * @param code AWS's, or the exception's name
 */
record Failure(Kind kind, String code, String message) {
    private static final Set<String> CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "InvalidAccessKeyId",
            "TokenRefreshRequired");
    private static final Set<String> CLOCK =
            Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "ClockSkewDetected");
    private static final Set<String> SIGNATURE =
            Set.of("SignatureDoesNotMatch", "InvalidSignatureException", "AuthFailure");

    /** Empty for a call that runs, went well, or failed for reasons of its own. */
    static Optional<Failure> of(TracedCall call) {
        var code = call.error();
        if (code == null || call.took() == null || call.expected()) {
            return Optional.empty();
        }
        return kind(code, call.status(), call.summary()).map(kind -> new Failure(kind, code, call.summary()));
    }

    /** What could not even be asked. */
    static Failure ofUnsent(Unread unread) {
        var kind = kind(unread.code(), 0, unread.message()).orElse(Kind.UNREACHABLE);
        return new Failure(kind, unread.code(), unread.message());
    }

    private static Optional<Kind> kind(String code, int status, String message) {
        if (isThrottled(code, status, message)) {
            return Optional.of(Kind.THROTTLED);
        }
        if (CLOCK.contains(code) || SIGNATURE.contains(code) && message.contains("Signature")
                && (message.contains("expired") || message.contains("not yet current"))) {
            return Optional.of(Kind.CLOCK);
        }
        if (CREDENTIALS.contains(code) || SIGNATURE.contains(code) || isWithoutCredentials(status, message)) {
            return Optional.of(Kind.CREDENTIALS);
        }
        if (status >= 500) {
            return Optional.of(Kind.FAILING);
        }
        return status == 0 ? Optional.of(Kind.UNREACHABLE) : Optional.empty();
    }

    /** Each service says it in a word of its own; all of them say one of these (SDK: RetryUtils). */
    private static boolean isThrottled(String code, int status, String message) {
        return status == 429
                || code.contains("Throttl")
                || code.startsWith("TooManyRequests")
                || code.startsWith("RequestLimitExceeded")
                || code.equals("SlowDown")
                || code.equals("RequestThrottled")
                || code.equals("BandwidthLimitExceeded")
                || message.contains("Rate exceeded");
    }

    private static boolean isWithoutCredentials(int status, String message) {
        return status == 0
                && (message.contains("Unable to load credentials")
                        || message.contains("SSO")
                        || message.contains("token has expired")
                        || message.contains("Profile file contained no credentials"));
    }
}
