package companion.practice.logs;

import companion.practice.fabric.Fault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** The errors of CloudWatch Logs, in its words. */
final class LogFaults {
    private LogFaults() {}

    static AwsServiceException noGroup() {
        return notFound("The specified log group does not exist.");
    }

    static AwsServiceException noStream() {
        return notFound("The specified log stream does not exist.");
    }

    static AwsServiceException groupExists() {
        return exists("The specified log group already exists");
    }

    static AwsServiceException streamExists() {
        return exists("The specified log stream already exists");
    }

    static AwsServiceException invalid(String message) {
        return Fault.of(InvalidParameterException.builder(), "InvalidParameterException", message);
    }

    /** What the front of AWS says of a member that does not fit its pattern or length. */
    static AwsServiceException constraint(String value, String member, String constraint) {
        return invalid("1 validation error detected: Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: Member must " + constraint);
    }

    private static AwsServiceException notFound(String message) {
        return Fault.of(ResourceNotFoundException.builder(), "ResourceNotFoundException", message);
    }

    private static AwsServiceException exists(String message) {
        return Fault.of(ResourceAlreadyExistsException.builder(), "ResourceAlreadyExistsException", message);
    }
}
