/**
 * The guided workshop: the list of stages, the page of a stage with its steps and calls, and the guide beside it.
 *
 * <p>{@link companion.desktop.wizard.WizardModel} says, without JavaFX, all that is to be shown for a session's
 * state; the
 * controllers show it and pass on what was pressed.
 */
@NullMarked
package companion.desktop.wizard;

import org.jspecify.annotations.NullMarked;
