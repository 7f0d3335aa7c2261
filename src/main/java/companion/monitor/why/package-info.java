/** Why a release failed: what all services say of it, joined into one sentence, a likely cause and the next thing to do. */
@NullMarked
package companion.monitor.why;

import org.jspecify.annotations.NullMarked;
