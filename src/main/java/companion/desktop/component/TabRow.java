package companion.desktop.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Words with a line under the one that is open, each perhaps with a number. Arrows move between them. */
public final class TabRow extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> tabs = new ArrayList<>();
    private IntConsumer opened = index -> {};

    public TabRow() {
        getStyleClass().add("tab-row");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else if (now != null && now != before) {
                opened.accept(tabs.indexOf(now));
            }
        });
    }

    /** Sets the tabs; the first is open. */
    public void tabs(List<String> names, IntConsumer whenOpened) {
        tabs.clear();
        for (var name : names) {
            var tab = new ToggleButton(name);
            tab.setToggleGroup(group);
            tab.getStyleClass().add("tab-word");
            tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
            tab.setAccessibleText(name);
            tab.setMinWidth(USE_PREF_SIZE);
            tabs.add(tab);
        }
        getChildren().setAll(tabs);
        opened = whenOpened;
        tabs.getFirst().setSelected(true);
    }

    public void open(int index) {
        tabs.get(index).setSelected(true);
    }

    public int opened() {
        return tabs.indexOf((ToggleButton) group.getSelectedToggle());
    }

    /** Shows a number behind a tab's word; none if it is 0. */
    public void count(int index, long number) {
        var tab = tabs.get(index);
        if (number == 0) {
            tab.setGraphic(null);
            tab.setAccessibleText(tab.getText());
        } else {
            var label = new Label(Long.toString(number));
            label.getStyleClass().addAll("small", "mono", "muted");
            tab.setGraphic(label);
            tab.setAccessibleText(tab.getText() + ", " + number);
        }
    }
}
