package companion.practice.fabric;

/**
 * Whether a service may assume a role: the role exists and its trust policy names the service. Each service refuses in its
 * own words, so this answers and does not throw.
 */
public interface Trust {

    /** @param service for example {@code codebuild.amazonaws.com} */
    Answer assume(String roleArn, String service);

    enum Answer {
        TRUSTED,
        NO_SUCH_ROLE,
        NOT_TRUSTED
    }
}
