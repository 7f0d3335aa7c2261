/**
 * A small POSIX shell, as a language of its own: words, expansions, pipes, redirections, loops and functions over a
 * file
 * system that exists in memory only, so that nothing of a build ever runs on the learner's machine.
 *
 * <p>Text goes through {@link companion.practice.codebuild.shell.Parser} into a {@link
 * companion.practice.codebuild.shell.Node} tree, which the {@link companion.practice.codebuild.shell.Shell} walks; what
 * a
 * command name means beyond the shell's own builtins is up to the programs that it is given. It knows the JDK only.
 */
@NullMarked
package companion.practice.codebuild.shell;

import org.jspecify.annotations.NullMarked;
