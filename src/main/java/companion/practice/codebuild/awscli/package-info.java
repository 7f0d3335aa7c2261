/**
 * {@code aws} as a build uses it: version 2 of the CLI, calling the practice cloud's own services in the role of the
 * build.
 *
 * <p>Requests and responses are translated from the SDK's field metadata, so that every operation that a room
 * implements can
 * be called; it knows the shell's seams, the SDK, {@link companion.practice.fabric.Services} and a JMESPath library.
 */
@NullMarked
package companion.practice.codebuild.awscli;

import org.jspecify.annotations.NullMarked;
