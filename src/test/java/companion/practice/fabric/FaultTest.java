package companion.practice.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

class FaultTest {

    @Test
    void itsTextIsWhatTheServiceSaidAndNothingElse() {
        var fault = Fault.of(NoSuchBucketException.builder(), 404, "NoSuchBucket", "The specified bucket does not exist");

        assertThat(fault.getMessage()).contains("Service: null");
        assertThat(Fault.text(fault)).isEqualTo("The specified bucket does not exist");
        assertThat(Fault.text(SdkClientException.create("no network"))).isEqualTo("no network");
    }
}
