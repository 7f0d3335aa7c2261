package companion.desktop.shell;

import javafx.scene.control.RadioMenuItem;

/** One of several places to go: the one that is open is ticked, and stays so until another was opened. */
final class ChoiceItem extends RadioMenuItem {
    ChoiceItem(String title, boolean current, Runnable open) {
        super(title);
        setSelected(current);
        setOnAction(event -> {
            setSelected(current);
            if (!current) {
                open.run();
            }
        });
    }
}
