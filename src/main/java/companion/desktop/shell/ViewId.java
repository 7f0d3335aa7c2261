package companion.desktop.shell;

/** The screens of the window, in the order of Ctrl 1 to 6. */
public enum ViewId {
    STAGES("Stages", "mdi2s-school-outline"),
    LIVE("Live view", "mdi2c-chart-line-variant"),
    PIPELINES("Pipelines", "mdi2v-view-grid-outline"),
    FILES("Files", "mdi2p-pencil-outline"),
    PRESENTER("Presenter", "mdi2p-play-box-outline"),
    CLEAN_UP("Clean up", "mdi2b-broom");

    private final String title;
    private final String icon;

    ViewId(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    /** Of Material Design Icons. */
    public String icon() {
        return icon;
    }
}
