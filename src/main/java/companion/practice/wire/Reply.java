package companion.practice.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What a room answered.
 *
 * @param content of an operation that streams it; null for the others
 */
record Reply(SdkPojo response, byte @Nullable [] content) {}
