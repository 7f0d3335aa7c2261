/** What a person can do to a release, as the very request that it makes, or with the reason why it cannot be done. */
@NullMarked
package companion.monitor.act;

import org.jspecify.annotations.NullMarked;
