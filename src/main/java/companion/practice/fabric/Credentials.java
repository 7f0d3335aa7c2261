package companion.practice.fabric;

import org.jspecify.annotations.Nullable;

/**
 * The secrets of the practice account: made afresh at each start, kept in memory only, never journalled. Thread-safe.
 */
public interface Credentials {

    /** The keys with that id: the learner's, or those of a session that STS gave out and that has not expired. */
    @Nullable Key find(String accessKeyId);

    /**
     * Whether these are the keys of a session whose time is over, which AWS tells apart from keys it never gave out.
     */
    default boolean hasExpired(String accessKeyId) {
        return false;
    }

    /** The user name of the Git credentials (HTTPS), as IAM makes them for CodeCommit. */
    String gitUserName();

    String gitPassword();

    /** The password for user {@code AWS} that ECR's authorization token holds. */
    String registryPassword();

    /** One set of access keys. Its text shows the id only. */
    record Key(String accessKeyId, String secretAccessKey, @Nullable String sessionToken, Caller caller) {
        @Override
        public String toString() {
            return "Key[" + accessKeyId + "]";
        }
    }
}
