package companion.practice.fabric;

import software.amazon.awssdk.core.SdkPojo;

/**
 * A room some of whose requests carry secrets. It takes them out before the request is journalled or worked, so that a secret
 * is never kept, and the room does at a replay exactly what it did live.
 */
@FunctionalInterface
public interface Redacting {

    /**
     * The request without its secrets, each replaced by something that stands for it. Under the world's lock; changes nothing.
     * Throws what the operation would throw where it cannot tell what is secret: such a request must not be kept either.
     */
    SdkPojo redacted(SdkPojo request);
}
