package companion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.codepipeline.model.UpdatePipelineRequest;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;

/** No secret of a request is ever shown or copied. */
class MaskedSecretsTest {
    @ParameterizedTest
    @ValueSource(strings = {"OAuthToken", "SecretToken", "Password", "clientSecret"})
    void aSecretAmongTheKeysOfAConfigurationIsMasked(String key) {
        var request = UpdatePipelineRequest.builder()
                .pipeline(pipeline -> pipeline.name("P").stages(stage -> stage.name("Source")
                        .actions(action -> action.name("App").configuration(Map.of("Owner", "ada", key, "hunter2")))))
                .build();

        assertThat(CliCommand.of(request, "us-east-1")).contains("****", "ada").doesNotContain("hunter2");
        assertThat(RequestJson.tree(request).toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old-hunter2", "new-hunter2"})
    void aPasswordIsMaskedWhicheverOfTheTwoItIs(String password) {
        var request = ChangePasswordRequest.builder().oldPassword("old-hunter2").newPassword("new-hunter2").build();

        assertThat(CliCommand.of(request, "us-east-1")).contains("****").doesNotContain(password);
    }
}
