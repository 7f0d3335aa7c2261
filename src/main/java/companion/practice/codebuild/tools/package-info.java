/**
 * The programs of a build image that buildspecs use: text and file tools, {@code sed}, {@code awk}, {@code jq},
 * archives.
 * Each works on the build's in-memory files and virtual time only; the learner's machine is never touched.
 *
 * <p>It knows the shell's seams (calls, streams, files), two JSON libraries, and nothing of AWS or of the room around
 * it.
 */
@NullMarked
package companion.practice.codebuild.tools;

import org.jspecify.annotations.NullMarked;
