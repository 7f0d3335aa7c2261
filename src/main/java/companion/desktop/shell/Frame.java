package companion.desktop.shell;

import companion.desktop.notify.Notice;

/** The window around a view, as the view sees it. On the JavaFX thread. */
public interface Frame {
    /** No window at all: nothing happens. */
    Frame NONE = new Frame() {
        @Override
        public void open(ViewId id) {}

        @Override
        public void fullScreen() {}

        @Override
        public void tell(Notice notice) {}
    };

    /** Brings a view to the front. */
    void open(ViewId id);

    /** Gives the whole screen to what the view in front shows {@linkplain View#alone alone}; Esc takes it back. */
    void fullScreen();

    /** Tells somebody, who may be looking elsewhere. */
    void tell(Notice notice);
}
