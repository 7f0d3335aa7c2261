package companion.desktop.wall;

import companion.desktop.status.State;

/** Which of the wall's groups a pipeline is in, the one that needs somebody first. */
public enum Standing {
    TROUBLE("Trouble", State.FAILED),
    ACTIVE("Active", State.RUNNING),
    QUIET("Quiet", State.OK);

    private final String title;
    private final State sign;

    Standing(String title, State sign) {
        this.title = title;
        this.sign = sign;
    }

    public String title() {
        return title;
    }

    /** The glyph beside its count. */
    public State sign() {
        return sign;
    }
}
