package companion.practice.sts;

import companion.practice.fabric.Fault;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.StsException;

/** What AssumeRole asks of its members. Source: the API model and the AssumeRole page of the STS reference. */
final class AssumeRoleRules {
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]*");
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::\\d{12}:role/(?:[\\x21-\\x7e]*/)?[\\w+=,.@-]+");
    private static final int SHORTEST_ARN = 20;
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST = 900;
    private static final int LONGEST = 43_200;
    private static final int DEFAULT = 3_600;

    private AssumeRoleRules() {}

    static void check(AssumeRoleRequest request) {
        length("roleArn", request.roleArn(), SHORTEST_ARN, 2048);
        length("roleSessionName", request.roleSessionName(), SHORTEST_NAME, LONGEST_NAME);
        if (!SESSION_NAME.matcher(request.roleSessionName()).matches()) {
            throw constraint(
                    request.roleSessionName(),
                    "roleSessionName",
                    "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
        }
        seconds(request.durationSeconds(), DEFAULT, LONGEST);
        if (!ROLE.matcher(request.roleArn()).matches()) {
            throw invalid(request.roleArn() + " is invalid");
        }
    }

    /** The time asked for, or the default. */
    static Duration seconds(@Nullable Integer asked, int otherwise, int longest) {
        int seconds = Objects.requireNonNullElse(asked, otherwise);
        if (seconds < SHORTEST) {
            throw constraint(
                    Integer.toString(seconds),
                    "durationSeconds",
                    "Member must have value greater than or equal to 900");
        }
        if (seconds > longest) {
            throw constraint(
                    Integer.toString(seconds),
                    "durationSeconds",
                    "Member must have value less than or equal to " + longest);
        }
        return Duration.ofSeconds(seconds);
    }

    static Duration within(AssumeRoleRequest request, int roleLimit, boolean chained) {
        var life = seconds(request.durationSeconds(), DEFAULT, LONGEST);
        if (chained && life.toSeconds() > DEFAULT) {
            throw invalid(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by "
                            + "role chaining");
        }
        if (life.toSeconds() > roleLimit) {
            throw invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        return life;
    }

    private static void length(String member, @Nullable String value, int least, int most) {
        if (value == null) {
            throw invalid("1 validation error detected: Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null");
        }
        if (value.length() < least) {
            throw constraint(value, member, "Member must have length greater than or equal to " + least);
        }
        if (value.length() > most) {
            throw constraint(value, member, "Member must have length less than or equal to " + most);
        }
    }

    private static AwsServiceException constraint(String value, String member, String rule) {
        return invalid("1 validation error detected: Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: " + rule);
    }

    private static AwsServiceException invalid(String message) {
        return Fault.of(StsException.builder(), "ValidationError", message);
    }
}
