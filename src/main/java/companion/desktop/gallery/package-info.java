/**
 * Drives the real window through every screen and state with scripted sessions, and writes each as a picture.
 *
 * <p>Motion is off and times are fixed, so that the same code gives the same pictures. The scripted session stands in
 * for the
 * engine here and in the window's tests.
 */
@NullMarked
package companion.desktop.gallery;

import org.jspecify.annotations.NullMarked;
