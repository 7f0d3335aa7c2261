package companion.practice.ec2;

import companion.practice.fabric.Fault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Ec2Request;

/** EC2's refusals: EC2 models no exception classes, so all are {@link Ec2Exception} with a code. */
final class Ec2Fault {
    private Ec2Fault() {}

    static AwsServiceException of(String code, String message) {
        return Fault.of(Ec2Exception.builder(), code, message);
    }

    /** A required member is not there. */
    static AwsServiceException missing(String parameter) {
        return of("MissingParameter", "The request must contain the parameter " + parameter);
    }

    static AwsServiceException invalid(String message) {
        return of("InvalidParameterValue", message);
    }

    /** @param kind with which EC2 names it in {@code The subnet 'subnet-…' has dependencies and cannot be deleted.} */
    static AwsServiceException hasDependencies(String kind, String id) {
        return of("DependencyViolation", "The " + kind + " '" + id + "' has dependencies and cannot be deleted.");
    }

    static String require(@Nullable String value, String parameter) {
        if (value == null || value.isEmpty()) {
            throw missing(parameter);
        }
        return value;
    }

    /** Stops a request that only asks whether it would be allowed; in the practice account everything is. */
    static <R extends Ec2Request> R real(R request) {
        if (request.getValueForField("DryRun", Boolean.class).orElse(false)) {
            throw Fault.of(
                    Ec2Exception.builder(),
                    412,
                    "DryRunOperation",
                    "Request would have succeeded, but DryRun flag is set.");
        }
        return request;
    }
}
