/** From the cause of a failure to the act that mends it: joins why it failed with what can be done. */
@NullMarked
package companion.monitor.remedy;

import org.jspecify.annotations.NullMarked;
