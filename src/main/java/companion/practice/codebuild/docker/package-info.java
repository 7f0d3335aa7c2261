/**
 * {@code docker} as a build uses it: logging in, building from a Dockerfile, tagging, pulling and pushing. No container
 * ever
 * runs; a {@code RUN} instruction goes through the shell's interpreter over the image's own files.
 *
 * <p>It knows the shell's seams, the programs of {@code tools}, and {@link companion.practice.fabric.Images}.
 */
@NullMarked
package companion.practice.codebuild.docker;

import org.jspecify.annotations.NullMarked;
