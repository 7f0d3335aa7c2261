package companion.desktop.shell;

import companion.desktop.wizard.Actions;
import java.util.ArrayList;
import java.util.List;

/** What the palette offers now. */
final class Commands {
    private Commands() {}

    static List<Command> of(ShellController shell) {
        var commands = new ArrayList<Command>();
        var wizard = shell.wizard();
        commands.addAll(shell.current().commands());
        boolean runs = wizard.session().running() != null;
        var view = shell.current();
        var idle = runs ? "" : "Nothing is running.";
        commands.add(new Command("Press the primary button", "Ctrl Enter", view.blocked(), view::primary));
        commands.add(new Command("Run the next step", "", wizard.noStep(), wizard::runNextStep));
        commands.add(new Command("Do it for me: run all stages that are left", "", wizard.notAll(), wizard::runAll));
        commands.add(new Command(
                "Stop after this step", "", idle, () -> wizard.halt(Actions.Halt.AFTER_THIS_STEP)));
        commands.add(new Command(
                "Stop now, interrupting the step", "", idle, () -> wizard.halt(Actions.Halt.NOW)));
        commands.add(new Command("Read again what is there", "R", runs ? "A stage is running." : "", wizard::refresh));
        for (var stage : wizard.session().stages()) {
            commands.add(new Command("Open stage " + stage.stage().title(), "", () -> {
                shell.open(ViewId.STAGES);
                wizard.open(stage.stage().id());
            }));
        }
        for (var id : ViewId.values()) {
            if (shell.has(id)) {
                commands.add(new Command("Go to " + id.title(), "Ctrl " + (id.ordinal() + 1), () -> shell.open(id)));
            }
        }
        shell.header().clock().ifPresent(clock -> {
            commands.add(new Command("Pause the practice clock, or let it go on", "P", clock::pause));
            commands.add(new Command("Practice clock faster", "+", () -> clock.change(1)));
            commands.add(new Command("Practice clock slower", "−", () -> clock.change(-1)));
        });
        var look = shell.appearance();
        commands.add(new Command("Filter", "/", shell.current()::filter));
        commands.add(new Command("Switch between light and dark", "", look::switchTheme));
        commands.add(new Command("Larger type", "Ctrl +", () -> look.zoom(1)));
        commands.add(new Command("Smaller type", "Ctrl −", () -> look.zoom(-1)));
        commands.add(new Command("Usual type", "Ctrl 0", look::resetZoom));
        commands.add(new Command("Show the keys", "?", shell::openKeys));
        return commands;
    }
}
