package companion.monitor.watch.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account answers, as one state for everything that is watched there.
 *
 * @param kind what is wrong, if anything
 * @param since on the scheduler's clock
 * @param retry when it is asked again, on the scheduler's clock; null while nothing is wrong
 * @param code AWS's; empty while nothing is wrong
 * @param message AWS's own words; empty while nothing is wrong
 * @param clockAhead how far this machine's clock is ahead of the account's; zero if they agree
 */
public record Answering(
        Kind kind, Instant since, @Nullable Instant retry, String code, String message, Duration clockAhead) {

    public enum Kind {
        WELL,
        /** It is asked less often for a while. */
        THROTTLED,
        /** Nobody is known to AWS by these keys: expired, wrong, or none. */
        CREDENTIALS,
        /** This machine's clock is so wrong that AWS refuses what it signs. */
        CLOCK,
        UNREACHABLE,
        /** AWS answers with an error of its own. */
        FAILING
    }

    static Answering well(Instant since) {
        return new Answering(Kind.WELL, since, null, "", "", Duration.ZERO);
    }

    public boolean isWell() {
        return kind == Kind.WELL;
    }

    /** What happened, in one sentence; empty while nothing is wrong. */
    public String what() {
        return switch (kind) {
            case WELL -> clockAhead.isZero() ? "" : "This machine's clock is " + off() + ".";
            case THROTTLED -> "AWS throttles requests, so this is read less often for a while.";
            case CREDENTIALS -> "AWS does not accept the credentials: " + message;
            case CLOCK -> "AWS refuses what this machine signs"
                    + (clockAhead.isZero() ? ": " + message : ", for its clock is " + off() + ".");
            case UNREACHABLE -> "AWS cannot be reached: " + message;
            case FAILING -> "AWS answers with an error of its own: " + message;
        };
    }

    /** What to do about it; empty where there is nothing but to wait. */
    public String next() {
        return switch (kind) {
            case WELL, THROTTLED, FAILING -> "";
            case CREDENTIALS -> "Sign in again, for example with aws sso login; this goes on by itself.";
            case CLOCK -> "Set this machine's clock; this goes on by itself.";
            case UNREACHABLE -> "Look at the network, a proxy or the VPN; this goes on by itself.";
        };
    }

    private String off() {
        var by = clockAhead.abs();
        var amount = by.toMinutes() > 0 ? by.toMinutes() + " min" : by.toSeconds() + " s";
        return amount + (clockAhead.isNegative() ? " behind AWS's" : " ahead of AWS's");
    }
}
