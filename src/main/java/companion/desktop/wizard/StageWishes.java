package companion.desktop.wizard;

import companion.workshop.Input;

/** What a learner can ask for on the page of a stage. */
public interface StageWishes {
    /** The one thing that the page is for now. */
    void primary(Actions.Primary primary);

    void runNextStep();

    /** Runs all stages that are left, one after the other, until one does not end well. */
    void runAll();

    /** Lets the running step end; asked again, interrupts it. */
    void halt(Actions.Halt halt);

    /** Runs the stage again, so that the step is retried or repaired. */
    void mend();

    void choose(Input input, String value);

    /** Something that was typed was judged: what is missing may have changed. */
    void judged();
}
