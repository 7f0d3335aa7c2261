package companion.desktop.shell;

import companion.desktop.component.Icon;
import companion.desktop.component.Keys;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The views as icons with words, 72 px wide. */
final class Rail extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Map<ViewId, StackPane> holders = new EnumMap<>(ViewId.class);
    private final Map<ViewId, Button> buttons = new EnumMap<>(ViewId.class);

    /** @param available the views there are, in order */
    Rail(List<ViewId> available, Consumer<ViewId> open) {
        getStyleClass().add("rail");
        for (var id : available) {
            var button = new Button(id.title(), new Icon(id.icon(), 20));
            button.setContentDisplay(ContentDisplay.TOP);
            button.getStyleClass().setAll("rail-button");
            button.setAccessibleText(id.title());
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(event -> open.accept(id));
            var bar = new Region();
            bar.getStyleClass().add("selection-bar");
            var holder = new StackPane(button, bar);
            holder.getStyleClass().add("rail-holder");
            StackPane.setAlignment(bar, Pos.CENTER_LEFT);
            Tooltip.install(holder, new Tooltip(id.title() + ", Ctrl " + (id.ordinal() + 1)));
            holders.put(id, holder);
            buttons.put(id, button);
            getChildren().add(holder);
        }
        setOnKeyPressed(event -> Keys.arrows(event, List.copyOf(buttons.values())));
    }

    void show(ViewId open) {
        holders.forEach((id, holder) -> holder.pseudoClassStateChanged(OPEN, id == open));
        buttons.forEach((id, button) -> button.setAccessibleText(id.title() + (id == open ? ", open" : "")));
    }
}
