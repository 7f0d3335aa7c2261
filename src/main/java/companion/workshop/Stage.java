package companion.workshop;

import java.time.Duration;
import java.util.List;

/** A part of a workshop that explains itself, asks for a few names, and is done by its steps. */
public interface Stage {

    /** Stable, lower case with hyphens: {@code set-up-stack}. */
    String id();

    /** As in the stage list: {@code Set-up stack}. */
    String title();

    /** One paragraph: what this stage makes and why. Markdown with inline code only. */
    String explanation();

    Guide guide();

    /** What the learner may choose, with defaults that are right. */
    List<Input> inputs();

    /** How long it usually takes on AWS. */
    Duration usual();

    /**
     * The steps for the learner's choices, in order. Calls nothing. Step ids are stable across choices.
     *
     * @param values valid values of the inputs of all stages of the workshop
     */
    List<Step> steps(Values values);
}
