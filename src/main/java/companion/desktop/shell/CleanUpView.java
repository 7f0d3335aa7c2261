package companion.desktop.shell;

import companion.desktop.cleanup.CleanUpController;
import javafx.scene.Node;

/** The clean-up, as the shell sees it. */
record CleanUpView(CleanUpController cleanUp) implements View {
    @Override
    public Node node() {
        return cleanUp.node();
    }

    @Override
    public void focus() {
        cleanUp.focus();
    }

    @Override
    public void filter() {
        cleanUp.filter();
    }

    @Override
    public void primary() {
        cleanUp.primary();
    }

    @Override
    public void shown(boolean inFront) {
        cleanUp.shown(inFront);
    }

    @Override
    public void close() {
        cleanUp.close();
    }
}
