package companion.desktop.wall;

import companion.desktop.wall.WallQuery.Grouping;
import companion.desktop.wall.WallQuery.Sort;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of orders and groups. */
final class OrderMenu {
    private final MenuButton menu;
    private final Map<Sort, RadioMenuItem> sorts = new EnumMap<>(Sort.class);
    private final Map<Grouping, RadioMenuItem> groupings = new EnumMap<>(Grouping.class);
    private WallQuery query;

    OrderMenu(MenuButton menu, WallQuery query, Consumer<WallQuery> ask, Runnable radiator) {
        this.menu = menu;
        this.query = query;
        for (var sort : Sort.values()) {
            sorts.put(sort, item(sort.title(), () -> ask.accept(this.query.sort(sort))));
        }
        for (var grouping : Grouping.values()) {
            groupings.put(grouping, item(grouping.title(), () -> ask.accept(this.query.grouping(grouping))));
        }
        var alone = new MenuItem("Show as a radiator, F11");
        alone.setOnAction(event -> radiator.run());
        menu.getItems().addAll(sorts.values());
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(groupings.values());
        menu.getItems().addAll(new SeparatorMenuItem(), alone);
        show(query);
    }

    private RadioMenuItem item(String title, Runnable choose) {
        var item = new RadioMenuItem(title);
        item.setOnAction(event -> {
            choose.run();
            show(query);
        });
        return item;
    }

    void show(WallQuery next) {
        query = next;
        sorts.forEach((sort, item) -> item.setSelected(sort == next.sort()));
        groupings.forEach((grouping, item) -> item.setSelected(grouping == next.grouping()));
        menu.setText(next.sort().title());
        menu.setAccessibleText("Order: " + next.sort().title()
                + (next.grouping() == Grouping.NONE ? "" : ", " + next.grouping().title()));
    }
}
