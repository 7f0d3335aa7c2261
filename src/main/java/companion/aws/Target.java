package companion.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** The account that a connection goes to. */
public sealed interface Target {

    /**
     * The practice cloud inside the application.
     *
     * @param credentials made at its start, in memory only
     */
    record Practice(URI endpoint, AwsCredentialsProvider credentials) implements Target {}

    /**
     * A real account.
     *
     * @param name of the profile in the AWS configuration files; null for the SDK's default chain
     */
    record Profile(@Nullable String name) implements Target {}

    /**
     * Whatever speaks AWS's protocols at a URL, with credentials from the default chain or a profile.
     *
     * @param profile null for the default chain
     */
    record Endpoint(URI url, @Nullable String profile) implements Target {}

    /** In a few words, for the head of the window and the first line of the console. */
    default String label() {
        return switch (this) {
            case Practice _ -> "Practice cloud";
            case Profile(var name) -> name == null ? "AWS, default credentials" : "AWS, profile " + name;
            case Endpoint(var url, _) -> "Endpoint " + url;
        };
    }
}
