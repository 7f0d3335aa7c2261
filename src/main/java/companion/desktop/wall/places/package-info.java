/**
 * The accounts and Regions of the wall: which are watched, how each answers, whether its changes are told by events.
 *
 * <p>It knows no wall and calls nobody; whoever watches implements {@link companion.desktop.wall.places.WatchedPlaces}.
 */
@NullMarked
package companion.desktop.wall.places;

import org.jspecify.annotations.NullMarked;
