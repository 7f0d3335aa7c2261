package companion.workshops.shared;

import companion.aws.AwsErrors;
import companion.source.PushRefusedException;
import companion.workshop.Diagnosis;
import companion.workshop.Problem;
import companion.workshop.StepFailedException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** AWS's errors for a person: what happened, why it usually does, what to do next. */
public final class AwsDiagnosis implements Diagnosis {
    /** The code of a problem that says what keeps a stack from going. */
    static final String STACK_HELD_UP = "STACK_DELETE_FAILED";

    private static final String AGAIN = "Run the stage again: it goes on where it stopped, and nothing is made twice.";

    @Override
    public Problem explain(Exception error) {
        if (error instanceof StepFailedException known) {
            return known.problem();
        }
        var code = code(error);
        var what = sentence(AwsErrors.message(error));
        var details = details(error);
        if (AwsErrors.isPassing(error)) {
            return new Problem(
                    code,
                    what,
                    "A role that was just made is not known everywhere yet; that takes up to half a minute. If it"
                            + " stays, the role's trust policy names another service.",
                    "Wait a moment and run the stage again. If it fails again, look at the trust of the role in the"
                            + " stage Roles.",
                    details);
        }
        if (AwsErrors.hasNoCredentials(error)) {
            return new Problem(
                    code,
                    what,
                    "The profile has none of its own, nobody has signed in to it yet, or the environment variables are not set.",
                    "Sign in, for example with aws sso login or aws configure, or choose another profile. Then try again.",
                    details);
        }
        if (AwsErrors.isAboutCredentials(error)) {
            return new Problem(
                    code,
                    what,
                    "The AWS credentials have expired, or they belong to another endpoint.",
                    "Sign in again, for example with aws sso login or aws configure, and run the stage again.",
                    details);
        }
        if (AwsErrors.isDenied(error)) {
            return new Problem(
                    code,
                    what,
                    "Your user or role lacks this permission, or an organization's service control policy forbids it.",
                    "Ask for the permission that the message names, or use another profile. " + AGAIN,
                    details);
        }
        if (AwsErrors.isLimit(error)) {
            return new Problem(
                    code,
                    what,
                    "The account has reached a quota; new accounts have low ones.",
                    "Remove what you no longer need, or ask for more under Service Quotas in the AWS console. " + AGAIN,
                    details);
        }
        if (AwsErrors.isThrottled(error)) {
            return new Problem(
                    code,
                    what,
                    "AWS was asked too often in a short time, perhaps by other programs too.",
                    "Wait a minute. " + AGAIN,
                    details);
        }
        if (AwsErrors.isUnreachable(error)) {
            return new Problem(
                    "NOT_REACHABLE",
                    what,
                    "The network is down, a proxy stands in between, or the endpoint is not running.",
                    "Check the connection and the endpoint. " + AGAIN,
                    details);
        }
        return switch (error) {
            case TimeoutException _ ->
                new Problem(
                        "TOOK_TOO_LONG",
                        what,
                        "AWS usually takes less time. It may still be at work.",
                        "Look in the AWS console. " + AGAIN,
                        details);
            case PushRefusedException _ ->
                new Problem(
                        "PUSH_REFUSED",
                        what,
                        "The branch has commits that your working copy does not have: somebody pushed in between.",
                        "Run git pull --rebase in the working copy, then run the stage again.",
                        details);
            default -> new Problem(code, what, "The step could not do its work.", AGAIN, details);
        };
    }

    @Override
    public boolean passes(Exception error) {
        return AwsErrors.isPassing(error);
    }

    @Override
    public Optional<String> heldUpBy(Exception error) {
        if (error instanceof StepFailedException known && known.problem().code().equals(STACK_HELD_UP)) {
            return Optional.of(known.problem().what());
        }
        return AwsErrors.isHolding(error) ? Optional.of(AwsErrors.message(error)) : Optional.empty();
    }

    /** {@code CODECOMMIT_REPOSITORY_NAME_EXISTS}: the service and AWS's code, as one searchable word. */
    private static String code(Exception error) {
        var name = AwsErrors.code(error).replaceFirst("Exception$", "");
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
        var service = error instanceof AwsServiceException aws
                        && aws.awsErrorDetails() != null
                        && aws.awsErrorDetails().serviceName() != null
                ? aws.awsErrorDetails().serviceName().replaceAll("[^A-Za-z0-9]+", "") + "_"
                : "";
        return (service + words).toUpperCase(Locale.ROOT);
    }

    private static String details(Exception error) {
        if (error instanceof AwsServiceException aws) {
            return AwsErrors.code(aws) + ": " + AwsErrors.message(aws) + " (status " + aws.statusCode() + ", request "
                    + aws.requestId() + ")";
        }
        return error.getClass().getName() + ": " + AwsErrors.message(error);
    }

    private static String sentence(String text) {
        var line = text.strip();
        return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
    }
}
