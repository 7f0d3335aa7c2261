package companion.desktop.status;

import java.util.Locale;

/** The states that a glyph or badge can show, with their shapes on a field of 16 × 16, fill rule even-odd. */
public enum State {
    OK(Tone.SUCCESS, Shapes.DISC + "M7 11.4 3.9 8.3 5 7.2 7 9.2 11 5.2 12.1 6.3z"),
    RUNNING(Tone.ACCENT, "M8 1a7 7 0 1 1-7 7h1.6A5.4 5.4 0 1 0 8 2.6z", "M6.2 4.9v6.2L11 8z"),
    NOT_STARTED(Tone.SUBTLE, Shapes.RING),
    WAITING(Tone.NEUTRAL, Shapes.RING + "M5.7 5.2h1.6v5.6H5.7zM8.7 5.2h1.6v5.6H8.7z"),
    FAILED(
            Tone.DANGER,
            "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"
                    + "M8 6.9 5.7 4.6 4.6 5.7 6.9 8 4.6 10.3 5.7 11.4 8 9.1l2.3 2.3 1.1-1.1L9.1 8l2.3-2.3-1.1-1.1z"),
    WARNING(Tone.WARNING, "M8 1.2 15.6 14.6H.4zM7.2 6h1.6v4.2H7.2zM7.2 11.3h1.6v1.6H7.2z"),
    DIFFERS(Tone.WARNING, "M8 .6 15.4 8 8 15.4.6 8zM5.2 5.9v1.5h5.6V5.9zM5.2 8.6v1.5h5.6V8.6z"),
    ROLLED_BACK(Tone.WARNING, Shapes.DISC + "M3.9 8 7.6 4.6v2.6h4.5v1.6H7.6v2.6z"),
    STOPPED(
            Tone.NEUTRAL,
            "M3 1.5h10A1.5 1.5 0 0 1 14.5 3v10a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V3A1.5 1.5 0 0 1 3 1.5z"
                    + "M5.2 5.2v5.6h5.6V5.2z"),
    SKIPPED(Tone.NEUTRAL, Shapes.RING + "M4.8 7.2h6.4v1.6H4.8z"),
    SUPERSEDED(
            Tone.NEUTRAL,
            Shapes.RING + "M4.4 5.4 5.4 4.5 8.6 8l-3.2 3.5-1-.9L6.7 8zM8 5.4 9 4.5 12.2 8 9 11.5l-1-.9L10.3 8z"),
    DISABLED(Tone.NEUTRAL, Shapes.RING + "M4.7 3.7 12.3 11.3 11.3 12.3 3.7 4.7z"),
    LIVE(Tone.ACCENT, Shapes.RING + "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"),
    NOTE(Tone.ACCENT, Shapes.DISC + "M7.2 7h1.6v4.8H7.2zM7.2 4.2h1.6v1.6H7.2z"),
    /** Drawn with a dashed ring around this hand. */
    STALE(Tone.NEUTRAL, "M7.3 4.6h1.4v3.2l2.1 1.3-.7 1.1-2.8-1.8z");

    /** The colour of a glyph; a badge takes the ground that belongs to it. */
    public enum Tone {
        SUCCESS,
        ACCENT,
        DANGER,
        WARNING,
        NEUTRAL,
        SUBTLE;

        /** The style class: {@code tone-success}. */
        public String styleClass() {
            return "tone-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Tone tone;
    private final String path;
    private final String core;

    State(Tone tone, String path) {
        this(tone, path, "");
    }

    State(Tone tone, String path, String core) {
        this.tone = tone;
        this.path = path;
        this.core = core;
    }

    /** As it is read aloud: {@code rolled back}. */
    public String spoken() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public Tone tone() {
        return tone;
    }

    /** As SVG path data. */
    public String path() {
        return path;
    }

    /** What stands still while the path turns; empty for most. */
    public String core() {
        return core;
    }

    private static final class Shapes {
        static final String DISC = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z";
        static final String RING = DISC + "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z";
    }
}
