package companion.practice.elb;

/** What a target's group and zone mean for it. */
enum TargetUse {
    /** No listener or rule forwards to the group. */
    NOT_USED,

    /** The load balancer has no subnet in the target's zone. */
    ZONE_NOT_ENABLED,

    /** The load balancer is not active yet. */
    PROVISIONING,

    /** Requests and health checks come. */
    SERVING;

    /** The description of health {@code unused}. */
    String whyUnused() {
        return this == ZONE_NOT_ENABLED
                ? "Target is in an Availability Zone that is not enabled for the load balancer"
                : "Target group is not configured to receive traffic from the load balancer";
    }
}
