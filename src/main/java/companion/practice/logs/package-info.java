/**
 * CloudWatch Logs of the practice cloud: log groups, streams and events, read forwards, backwards and filtered.
 *
 * <p>It knows the SDK's interface, {@code world} and {@code fabric}; other rooms write to it through {@link
 * companion.practice.fabric.Services#logs}.
 */
@NullMarked
package companion.practice.logs;

import org.jspecify.annotations.NullMarked;
