/**
 * The workshops that there are, and going through one at a site.
 *
 * <p>It knows the engine, the rooms that talk to AWS, and each workshop by its factory; windows and consoles start
 * here.
 */
@NullMarked
package companion.workshops;

import org.jspecify.annotations.NullMarked;
