/**
 * A pipeline of any size as a picture that is panned and zoomed: stages one after another, and within each its actions, those
 * that run in parallel in one frame.
 *
 * <p>What is drawn is painted on a canvas, so that the size of a pipeline does not matter; what is in sight is there for a screen
 * reader as nodes. Model, plan and lens know no JavaFX.
 */
@NullMarked
package companion.desktop.live.graph;

import org.jspecify.annotations.NullMarked;
