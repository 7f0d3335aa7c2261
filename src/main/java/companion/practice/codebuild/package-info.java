/**
 * CodeBuild of the practice cloud: projects, and builds that run their buildspecs phase by phase in virtual time, in a
 * safe
 * interpreter, with logs, events and artifacts as AWS makes them.
 *
 * <p>It knows the SDK's interface, {@code world}, {@code fabric} and its own sub-packages: {@code buildspec} (the
 * file),
 * {@code shell} (the language), {@code tools}, {@code docker} and {@code awscli} (the programs). Source: facts, section
 * 4.2.
 */
@NullMarked
package companion.practice.codebuild;

import org.jspecify.annotations.NullMarked;
