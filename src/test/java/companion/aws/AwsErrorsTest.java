package companion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.codebuild.model.CodeBuildException;
import software.amazon.awssdk.services.codebuild.model.InvalidInputException;
import software.amazon.awssdk.services.codedeploy.model.InvalidRoleException;
import software.amazon.awssdk.services.codepipeline.model.InvalidStructureException;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;

class AwsErrorsTest {
    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }

    @Test
    void aRoleThatIsNotKnownEverywhereYetPasses() {
        assertThat(AwsErrors.isPassing(InvalidInputException.builder()
                        .awsErrorDetails(details(
                                "InvalidInputException",
                                "CodeBuild is not authorized to perform: sts:AssumeRole on service role."
                                        + " Please verify"))
                        .build()))
                .isTrue();
        assertThat(AwsErrors.isPassing(InvalidInputException.builder()
                        .awsErrorDetails(
                                details("InvalidInputException", "Not authorized to perform DescribeSecurityGroups"))
                        .build()))
                .isTrue();
        assertThat(AwsErrors.isPassing(InvalidStructureException.builder()
                        .awsErrorDetails(details(
                                "InvalidStructureException",
                                "CodePipeline is not authorized to perform AssumeRole on role arn:aws:iam::1:role/x"))
                        .build()))
                .isTrue();
        assertThat(AwsErrors.isPassing(InvalidRoleException.builder()
                        .awsErrorDetails(details("InvalidRoleException", "Cannot assume role provided"))
                        .build()))
                .isTrue();
        assertThat(AwsErrors.isPassing(InvalidParameterException.builder()
                        .awsErrorDetails(details(
                                "InvalidParameterException",
                                "Unable to assume the service linked role. Please verify that the ECS service"
                                        + " linked role exists."))
                        .build()))
                .isTrue();
    }

    @Test
    void otherRefusalsOfTheSameKindAreFinal() {
        assertThat(AwsErrors.isPassing(InvalidInputException.builder()
                        .awsErrorDetails(details("InvalidInputException", "Invalid project name"))
                        .build()))
                .isFalse();
        assertThat(AwsErrors.isPassing(InvalidStructureException.builder()
                        .awsErrorDetails(details("InvalidStructureException", "Pipeline needs two stages"))
                        .build()))
                .isFalse();
        assertThat(AwsErrors.isPassing(CodeBuildException.builder()
                        .awsErrorDetails(details("AccessDeniedException", "no"))
                        .build()))
                .isFalse();
        assertThat(AwsErrors.isPassing(new IllegalStateException("no"))).isFalse();
    }

    @Test
    void missingCredentialsAreSaidInASentenceAndNothingOfTheFilesIsTold() {
        var error = SdkClientException.create("Unable to load credentials from any of the providers in the chain"
                + " AwsCredentialsProviderChain(credentialsProviders=[ProfileCredentialsProvider(profileName=prod)])");

        assertThat(AwsErrors.isAboutCredentials(error)).isTrue();
        assertThat(AwsErrors.message(error)).isEqualTo("No AWS credentials were found.");
    }
}
