package companion.desktop.shell;

import companion.desktop.context.AppContext.RegionChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** Regions by their part of the world, which AWS names first: there are too many of them for one menu. */
final class RegionMenus {
    private RegionMenus() {}

    static List<MenuItem> of(List<RegionChoice> regions, Consumer<String> open) {
        var menus = new LinkedHashMap<String, MenuItem>();
        for (var region : regions) {
            int place = region.title().indexOf(" (");
            if (place < 0) {
                menus.put(region.id(), new ChoiceItem(region.id(), region.current(), () -> open.accept(region.id())));
                continue;
            }
            var menu = (Menu) menus.computeIfAbsent(region.title().substring(0, place), Menu::new);
            var name = region.title().substring(place + 2, region.title().length() - 1);
            menu.getItems().add(new ChoiceItem(
                    name + "  " + region.id(), region.current(), () -> open.accept(region.id())));
            if (region.current()) {
                menu.setText(menu.getText() + "  " + region.id());
            }
        }
        return List.copyOf(menus.values());
    }
}
