package companion.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class CodeCommitPasswordTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:11:12Z");
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    @Test
    void signsAsTheCredentialHelperOfTheCliDoes() {
        var signed = CodeCommitPassword.sign(
                AwsBasicCredentials.create("AKIDEXAMPLE", SECRET),
                "eu-west-1",
                URI.create("http://127.0.0.1:4566/v1/repos/MyRepo"),
                AT);

        assertThat(signed.userName()).isEqualTo("AKIDEXAMPLE");
        assertThat(signed.password())
                .isEqualTo("20261121T101112Zf449ba45d45032259aa76b3fafb60777dc2ab61d185f74de7a0e784976a9a720");
    }

    @Test
    void aSessionTokenGoesIntoTheUserNameAndIsNotShown() {
        var signed = CodeCommitPassword.sign(
                AwsSessionCredentials.create("ASIAEXAMPLE", SECRET, "token"),
                "eu-west-1",
                URI.create("https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/MyRepo"),
                AT);

        assertThat(signed.userName()).isEqualTo("ASIAEXAMPLE%token");
        assertThat(signed.toString()).doesNotContain("token").doesNotContain(signed.password());
    }
}
