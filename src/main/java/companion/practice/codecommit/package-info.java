/**
 * CodeCommit: repositories, branches, commits and files through the AWS interface, and the same repositories through
 * Git's smart HTTP protocol.
 *
 * <p>Repositories live in memory and are rebuilt from the journal: a push is a command that holds the request as the
 * Git client sent it. The room knows the world, the fabric, the SDK's model and JGit; it tells the others about a
 * changed branch through the event bus only.
 */
@NullMarked
package companion.practice.codecommit;

import org.jspecify.annotations.NullMarked;
