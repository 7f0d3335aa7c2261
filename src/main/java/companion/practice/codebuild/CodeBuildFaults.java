package companion.practice.codebuild;

import companion.practice.fabric.Fault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.codebuild.model.AccountLimitExceededException;
import software.amazon.awssdk.services.codebuild.model.InvalidInputException;
import software.amazon.awssdk.services.codebuild.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.codebuild.model.ResourceNotFoundException;

/** The errors of CodeBuild. */
final class CodeBuildFaults {
    private CodeBuildFaults() {}

    static AwsServiceException invalid(String message) {
        return Fault.of(InvalidInputException.builder(), "InvalidInputException", message);
    }

    static AwsServiceException roleRefused() {
        return invalid("CodeBuild is not authorized to perform: sts:AssumeRole on service role. Please verify that: "
                + "1) The provided service role exists, 2) The role name is case-sensitive and matches exactly, and "
                + "3) The role has the necessary trust policy configured.");
    }

    static AwsServiceException noProject(String arn) {
        return Fault.of(
                ResourceNotFoundException.builder(), "ResourceNotFoundException", "Project cannot be found: " + arn);
    }

    static AwsServiceException noBuild(String arn) {
        return Fault.of(
                ResourceNotFoundException.builder(), "ResourceNotFoundException", "Build cannot be found: " + arn);
    }

    static AwsServiceException projectExists(String arn) {
        return Fault.of(
                ResourceAlreadyExistsException.builder(),
                "ResourceAlreadyExistsException",
                "Project already exists: " + arn);
    }

    static AwsServiceException limit(String message) {
        return Fault.of(AccountLimitExceededException.builder(), "AccountLimitExceededException", message);
    }
}
