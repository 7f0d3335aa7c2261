package companion.practice.cloudformation.template;

import companion.practice.fabric.Fault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** The error that CloudFormation answers for nearly everything: code {@code ValidationError}, status 400. */
public final class ValidationError {
    private ValidationError() {}

    public static AwsServiceException of(String message) {
        return Fault.of(CloudFormationException.builder(), "ValidationError", message);
    }

    /** A template that cannot be read: {@code Template format error: …}. */
    public static AwsServiceException format(String message) {
        return of("Template format error: " + message);
    }

    /** A template whose functions make no sense: {@code Template error: …}. */
    public static AwsServiceException template(String message) {
        return of("Template error: " + message);
    }
}
