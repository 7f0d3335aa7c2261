package companion.desktop.component;

/** Which of the two task sets something belongs to. The colour says which, never how it is. */
public enum Lane {
    BLUE("Blue", "lane-blue"),
    GREEN("Green", "lane-green");

    private final String title;
    private final String styleClass;

    Lane(String title, String styleClass) {
        this.title = title;
        this.styleClass = styleClass;
    }

    public String title() {
        return title;
    }

    /** Fills a region: solid for Blue, hatched for Green. */
    public String styleClass() {
        return styleClass;
    }
}
