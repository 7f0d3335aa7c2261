/**
 * Steps that several workshops share: a stack, an image, a repository, a commit, a page that is served; and what AWS's
 * errors mean for a learner.
 *
 * <p>It knows the engine's words and the rooms that talk to AWS, Git and registries; no single workshop.
 */
@NullMarked
package companion.workshops.shared;

import org.jspecify.annotations.NullMarked;
