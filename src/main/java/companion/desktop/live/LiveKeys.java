package companion.desktop.live;

import companion.desktop.component.Clip;
import companion.desktop.component.Keys;
import companion.desktop.fx.Focus;
import companion.desktop.live.act.ActButton;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** What the letters mean in the live view, and Home and End. */
final class LiveKeys {
    private final LivePages pages;
    private final StagesPane stages;
    private final Travels travels;
    private final Runnable console;
    private final Runnable graph;
    private final Supplier<String> reading;

    /**
     * @param console opens the pipeline's page in the AWS console
     * @param graph shows the stages as a graph, or as cards
     * @param reading the command that reads what is shown
     */
    LiveKeys(
            LivePages pages, StagesPane stages, Travels travels, Runnable console, Runnable graph, Supplier<String> reading) {
        this.pages = pages;
        this.stages = stages;
        this.travels = travels;
        this.console = console;
        this.graph = graph;
        this.reading = reading;
    }

    boolean typed(String letter, @Nullable Node focused) {
        switch (letter) {
            case "w" -> pages.toggleWhy();
            case "l" -> pages.log().focusLog();
            case "h" -> pages.toggleHistory();
            case "a" -> pages.toggleActs();
            case "g" -> graph.run();
            case "b" -> console.run();
            case "c" -> copy(focused);
            case "f" -> find();
            case "," -> travels.back();
            case "." -> travels.on();
            // On the graph they zoom it; anywhere else they are the clock's.
            case "+", "-" -> {
                return stages.isGraph() && Focus.isWithin(stages);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void find() {
        if (stages.isGraph()) {
            stages.graph().graph().find();
        }
    }

    /** The command of the act that has the keyboard, or else the one that reads what is shown. */
    private void copy(@Nullable Node focused) {
        if (pages.isListFocused()) {
            return;
        }
        for (Node each = focused; each != null; each = each.getParent()) {
            if (each instanceof ActButton button && !button.command().isEmpty()) {
                Clip.copy(button.command());
                return;
            }
        }
        Clip.copy(reading.get());
    }

    /** @return whether it means anything; in a list, the ends are its own */
    boolean pressed(KeyCode code) {
        if (pages.isListFocused()) {
            return false;
        }
        switch (code) {
            case HOME -> travels.start();
            case END -> travels.live();
            default -> {
                return false;
            }
        }
        return true;
    }
}
