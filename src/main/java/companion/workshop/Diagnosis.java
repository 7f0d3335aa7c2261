package companion.workshop;

import java.util.Optional;

/** What an error means: the engine runs steps without knowing whom they talk to. */
public interface Diagnosis {

    /** What happened, why it usually happens, and what to do next. */
    Problem explain(Exception error);

    /** Whether the same step will work a little later with nothing changed. */
    boolean passes(Exception error);

    /** What keeps a thing from being removed, if that is what the error says. */
    Optional<String> heldUpBy(Exception error);
}
