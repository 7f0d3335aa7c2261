/**
 * The learner's working copy: cloning a CodeCommit repository, committing, pushing, and the credentials for it.
 *
 * <p>It knows {@code aws} for the keys and the trace, and JGit; nothing of workshops. Every operation leaves a real Git
 * repository in a real folder that any Git program can go on with.
 */
@NullMarked
package companion.source;

import org.jspecify.annotations.NullMarked;
