package companion.console;

import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.Status;

/**
 * A status as a terminal shows it: a shape and a word, and a colour where there are colours.
 *
 * @param word as AWS spells it
 */
record StatusMark(String shape, String word, Tone tone) {
    enum Tone {
        GOOD,
        BAD,
        BUSY,
        PLAIN
    }

    static StatusMark of(Status status) {
        return switch (status) {
            case NOT_STARTED -> new StatusMark("○", "NotStarted", Tone.PLAIN);
            case IN_PROGRESS -> new StatusMark("▶", "InProgress", Tone.BUSY);
            case WAITING -> new StatusMark("⏸", "Waiting", Tone.BUSY);
            case SUCCEEDED -> new StatusMark("✔", "Succeeded", Tone.GOOD);
            case FAILED -> new StatusMark("✖", "Failed", Tone.BAD);
            case STOPPED -> new StatusMark("■", "Stopped", Tone.PLAIN);
            case SUPERSEDED -> new StatusMark("»", "Superseded", Tone.PLAIN);
            case SKIPPED -> new StatusMark("–", "Skipped", Tone.PLAIN);
            case UNKNOWN -> new StatusMark("?", "Unknown", Tone.PLAIN);
        };
    }

    /** Of the pipeline: what its latest execution does, or that it waits for somebody. */
    static StatusMark of(PipelineSummary pipeline) {
        var latest = pipeline.latest();
        if (latest == null) {
            return of(pipeline.unread() == null ? Status.NOT_STARTED : Status.UNKNOWN);
        }
        boolean waits = pipeline.stages().stream().anyMatch(stage -> stage.status() == Status.WAITING)
                && pipeline.stages().stream().noneMatch(stage -> stage.status() == Status.IN_PROGRESS);
        return of(latest.status() == Status.IN_PROGRESS && waits ? Status.WAITING : latest.status());
    }

    /** Shape and word. */
    String text(Terminal terminal) {
        return paint(terminal, shape + " " + word);
    }

    /** The text in the colour of the status. */
    String paint(Terminal terminal, String text) {
        return switch (tone) {
            case GOOD -> terminal.good(text);
            case BAD -> terminal.bad(text);
            case BUSY -> terminal.busy(text);
            case PLAIN -> text;
        };
    }
}
