/**
 * The workshop engine and its words: what a workshop, a stage and a step are, how a stage is run, stopped, resumed and
 * undone, and the ledger of everything that was created.
 *
 * <p>Pure Java: it knows neither AWS nor JavaFX. A step converges (check, run if needed, check again), so running
 * twice changes nothing and resuming is running again; the account is the truth, and only the ledger and the
 * learner's choices are kept in a file.
 */
@NullMarked
package companion.workshop;

import org.jspecify.annotations.NullMarked;
