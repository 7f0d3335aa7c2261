package companion.practice.ec2;

import companion.practice.fabric.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who asks EC2: the learner, or an AWS service that keeps network interfaces in the learner's subnets.
 *
 * @param service for example {@code elasticloadbalancing.amazonaws.com}; null for the learner
 */
record Requester(@Nullable String service) {
    private static final String LOAD_BALANCING = "elasticloadbalancing.amazonaws.com";

    static Requester current() {
        return new Requester(Caller.CURRENT.isBound() ? Caller.CURRENT.get().service() : null);
    }

    /** Whether the learner makes the call being handled; events of the cloud itself have no caller. */
    static boolean isLearner() {
        return Caller.CURRENT.isBound() && Caller.CURRENT.get().service() == null;
    }

    boolean isService() {
        return service != null;
    }

    /** As interfaces show it in {@code requesterId} and in the owner of their attachment. */
    String id() {
        return LOAD_BALANCING.equals(service) ? "amazon-elb" : "amazon-aws";
    }

    /** As the association of a public address shows it in {@code ipOwnerId}. */
    String addressOwner() {
        return LOAD_BALANCING.equals(service) ? "amazon-elb" : "amazon";
    }
}
