package companion.aws;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that was made: to AWS, to a Git server, to a registry, or to the local disk.
 *
 * @param number counts up from 1; a call is told once when it starts ({@code status} 0) and once when it ends
 * @param service for example {@code CodeCommit}, {@code Git}, {@code Local}
 * @param operation for example {@code CreateRepository}
 * @param status the HTTP status; 0 while it runs or where there is none
 * @param took null while it runs
 * @param error AWS's error code or the exception's name; null if it succeeded
 * @param expected whether the caller expected that error, as a check for something missing does
 * @param summary what it was about or answered, a few words
 * @param command the AWS CLI command, without secrets
 */
public record TracedCall(
        long number,
        Instant at,
        String service,
        String operation,
        int status,
        @Nullable Duration took,
        @Nullable String error,
        boolean expected,
        String summary,
        String command) {}
