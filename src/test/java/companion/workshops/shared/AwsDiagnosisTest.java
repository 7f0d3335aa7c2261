package companion.workshops.shared;

import static org.assertj.core.api.Assertions.assertThat;

import companion.workshop.Problem;
import companion.workshop.StepFailedException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.codebuild.model.InvalidInputException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

class AwsDiagnosisTest {
    private final AwsDiagnosis diagnosis = new AwsDiagnosis();

    private static AwsErrorDetails details(String service, String code, String message) {
        return AwsErrorDetails.builder()
                .serviceName(service)
                .errorCode(code)
                .errorMessage(message)
                .build();
    }

    @Test
    void aRefusedRoleIsExplainedAndTriedAgain() {
        var error = InvalidInputException.builder()
                .awsErrorDetails(details(
                        "CodeBuild",
                        "InvalidInputException",
                        "CodeBuild is not authorized to perform: sts:AssumeRole on service role"))
                .build();

        assertThat(diagnosis.passes((Exception) error)).isTrue();
        assertThat(diagnosis.explain((Exception) error)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("CODEBUILD_INVALID_INPUT");
            assertThat(problem.why()).contains("trust policy");
        });
    }

    @Test
    void whatHoldsAThingUpIsNamed() {
        var error = Ec2Exception.builder()
                .awsErrorDetails(
                        details("Ec2", "DependencyViolation", "Network vpc-1 has some mapped public address(es)"))
                .build();

        assertThat(diagnosis.heldUpBy((Exception) error)).contains("Network vpc-1 has some mapped public address(es)");
        assertThat(diagnosis.heldUpBy(new IllegalStateException())).isEmpty();
    }

    @Test
    void aStepThatKnowsItsProblemIsBelieved() {
        var problem = new Problem("CODE", "what", "why", "next", "");

        assertThat(diagnosis.explain(new StepFailedException(problem, null))).isEqualTo(problem);
    }

    @Test
    void anEndpointThatDoesNotAnswerIsCalledThat() {
        var error = SdkClientException.create("Unable to execute HTTP request", new ConnectException("refused"));

        assertThat(diagnosis.explain(error).code()).isEqualTo("NOT_REACHABLE");
    }
}
