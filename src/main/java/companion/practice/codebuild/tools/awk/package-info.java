/**
 * The language of {@code awk}: patterns and actions over records and fields, as far as buildspecs use it. A program is
 * parsed into a tree and walked over its input; it can neither run programs nor reach files.
 *
 * <p>It knows the JDK only.
 */
@NullMarked
package companion.practice.codebuild.tools.awk;

import org.jspecify.annotations.NullMarked;
