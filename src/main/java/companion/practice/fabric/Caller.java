package companion.practice.fabric;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a call: the signer of a request, or the role in which a service acts.
 *
 * @param arn for example {@code arn:aws:iam::123456789012:user/learner}
 * @param userId the unique id that STS GetCallerIdentity shows
 * @param service the service that acts in the role, such as {@code codepipeline.amazonaws.com}; null for a signer
 */
public record Caller(String arn, String userId, @Nullable String service) {

    /** The caller of the call being handled. Unbound outside of one. */
    public static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /** A service acting in a role that it has assumed. */
    public static Caller service(String roleArn, String service, String session) {
        return new Caller(
                roleArn.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/" + session,
                "AROAPRACTICE:" + session,
                service);
    }
}
