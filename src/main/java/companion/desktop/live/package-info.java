/**
 * The live view: a release on one screen while blue becomes green, and the acts that steer it.
 *
 * <p>{@link companion.desktop.live.LiveModel} says all that is shown, without JavaFX; the nodes only draw it. It is fed by
 * {@code monitor} and never calls AWS itself.
 */
@NullMarked
package companion.desktop.live;

import org.jspecify.annotations.NullMarked;
