package companion.monitor.watch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import companion.aws.TracedCall;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.ManualClock;
import companion.monitor.watch.schedule.Answering.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    private static Optional<Failure> failure(int status, String code, String message) {
        return Failure.of(new TracedCall(
                1, ManualClock.START, "CodePipeline", "GetPipelineState", status, Duration.ofMillis(9), code, false,
                message, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException, Rate exceeded, THROTTLED",
        "400, Throttling, Rate exceeded, THROTTLED",
        "400, SomethingElse, Rate exceeded for the account, THROTTLED",
        "429, TooManyRequestsException, Slow down, THROTTLED",
        "503, SlowDown, Please reduce your request rate, THROTTLED",
        "400, RequestLimitExceeded, Request limit exceeded, THROTTLED",
        "400, ExpiredTokenException, The security token included in the request is expired, CREDENTIALS",
        "403, InvalidClientTokenId, The security token included in the request is invalid, CREDENTIALS",
        "403, SignatureDoesNotMatch, The request signature we calculated does not match, CREDENTIALS",
        "403, InvalidSignatureException, Signature expired: 20260301T120000Z is now earlier than, CLOCK",
        "403, InvalidSignatureException, Signature not yet current: 20260301T120000Z is still later, CLOCK",
        "403, RequestTimeTooSkewed, The difference between the request time and the current time is too large, CLOCK",
        "500, InternalFailure, We encountered an internal error, FAILING",
        "503, ServiceUnavailable, Service is unavailable, FAILING",
        "0, SdkClientException, Unable to execute HTTP request: Connection refused, UNREACHABLE",
        "0, SdkClientException, Unable to load credentials from any of the providers in the chain, CREDENTIALS",
    })
    void aCallThatFailsSaysHowTheAccountAnswers(int status, String code, String message, Kind kind) {
        assertThat(failure(status, code, message)).map(Failure::kind).hasValue(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "400, PipelineNotFoundException, Account has no pipeline",
        "400, AccessDeniedException, User is not authorized to perform codedeploy:GetDeployment",
        "400, ValidationException, 1 validation error",
    })
    void anErrorAboutWhatWasAskedForSaysNothingOfTheAccount(int status, String code, String message) {
        assertThat(failure(status, code, message)).isEmpty();
    }

    @Test
    void whatCouldNotEvenBeSentIsUnreachableUnlessCredentialsAreMissing() {
        assertThat(Failure.ofUnsent(new Unread("Pipeline", "SdkClientException", "Connect timed out")).kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(Failure.ofUnsent(new Unread("Pipeline", "SdkClientException", "Unable to load credentials")).kind())
                .isEqualTo(Kind.CREDENTIALS);
    }
}
