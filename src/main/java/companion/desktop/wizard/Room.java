package companion.desktop.wizard;

/** How much room the window has, in px at the usual size of type. */
public enum Room {
    /** From 1280: stage list, page and guide side by side. */
    WIDE,
    /** From 1100: the guide is a tab of the page. */
    MEDIUM,
    /** Below: the rail stands in for the stage list. */
    NARROW;

    /** @param width of the window, in px
     *  @param em the size of type, in px */
    public static Room of(double width, double em) {
        double usual = width * 13 / em;
        return usual >= 1280 ? WIDE : usual >= 1100 ? MEDIUM : NARROW;
    }
}
