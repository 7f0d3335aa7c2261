package companion.desktop.wall;

import companion.desktop.shell.Command;
import companion.desktop.wall.WallQuery.Grouping;
import companion.desktop.wall.WallQuery.Sort;
import java.util.ArrayList;
import java.util.List;

/** What the palette offers while the wall is in front. */
final class WallCommands {
    private final WallView wall;
    private final TileGrid grid;
    private final TileActs acts;

    WallCommands(WallView wall, TileGrid grid, TileActs acts) {
        this.wall = wall;
        this.grid = grid;
        this.acts = acts;
    }

    List<Command> all() {
        var commands = new ArrayList<Command>();
        grid.picked().ifPresent(item -> {
            var name = item.key().name();
            commands.add(new Command("Watch " + name, "Enter", () -> acts.watch(item)));
            if (acts.hasConsole(item)) {
                commands.add(new Command("Open " + name + " in the AWS console", "B", () -> acts.openConsole(item)));
            }
            commands.add(new Command("Copy " + name + " as AWS CLI", "C", () -> acts.copyCommand(item)));
            commands.add(new Command((item.pinned() ? "Unpin " : "Pin ") + name, "Shift P", () -> acts.pin(item)));
        });
        commands.add(new Command("Accounts, Regions and push…", "", wall::showPlaces));
        commands.add(new Command("Show the pipelines as a radiator", "F11", wall::showAlone));
        for (var sort : Sort.values()) {
            commands.add(new Command("Order the pipelines: " + sort.title(), "", () -> wall.ask(wall.query().sort(sort))));
        }
        for (var grouping : Grouping.values()) {
            var title = grouping == Grouping.NONE ? "Pipelines without groups of their own" : grouping.title();
            commands.add(new Command(title, "", () -> wall.ask(wall.query().grouping(grouping))));
        }
        return commands;
    }
}
