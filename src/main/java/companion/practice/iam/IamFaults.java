package companion.practice.iam;

import companion.practice.fabric.Fault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.UnmodifiableEntityException;

/** IAM's errors, with the codes and HTTP statuses of its API reference. */
final class IamFaults {
    private IamFaults() {}

    static AwsServiceException noSuchEntity(String text) {
        return Fault.of(NoSuchEntityException.builder(), 404, "NoSuchEntity", text);
    }

    static AwsServiceException alreadyExists(String text) {
        return Fault.of(EntityAlreadyExistsException.builder(), 409, "EntityAlreadyExists", text);
    }

    static AwsServiceException deleteConflict(String text) {
        return Fault.of(DeleteConflictException.builder(), 409, "DeleteConflict", text);
    }

    static AwsServiceException limitExceeded(String text) {
        return Fault.of(LimitExceededException.builder(), 409, "LimitExceeded", text);
    }

    static AwsServiceException invalidInput(String text) {
        return Fault.of(InvalidInputException.builder(), 400, "InvalidInput", text);
    }

    static AwsServiceException unmodifiable(String text) {
        return Fault.of(UnmodifiableEntityException.builder(), 400, "UnmodifiableEntity", text);
    }

    static AwsServiceException validation(String text) {
        return Fault.of(IamException.builder(), 400, "ValidationError", text);
    }
}
