/**
 * The frame around every screen: header, stage list or rail, the choice of view, the command palette and the keys.
 *
 * <p>It knows the screens as nodes with a name; a screen does not know the shell.
 */
@NullMarked
package companion.desktop.shell;

import org.jspecify.annotations.NullMarked;
