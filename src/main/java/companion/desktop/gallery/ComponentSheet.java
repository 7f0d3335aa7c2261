package companion.desktop.gallery;

import companion.desktop.component.Buttons;
import companion.desktop.component.CardNote;
import companion.desktop.component.FilterField;
import companion.desktop.component.Segmented;
import companion.desktop.component.TabRow;
import companion.desktop.shell.View;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The shared components in their states, as a view to take a picture of. */
final class ComponentSheet implements View {
    private final VBox sheet = new VBox(12);

    ComponentSheet() {
        sheet.setStyle("-fx-padding: 1.231em 1.846em 1.231em 1.846em;");
        var badges = new FlowPane(8, 8);
        Stream.of(State.values()).forEach(state -> badges.getChildren().add(new StatusBadge(state, word(state))));
        part("Status: shape, word and colour", badges);
        part("Buttons", buttons());
        part("Choices", choices());
        part("Any card", cards());
    }

    private static String word(State state) {
        var lower = state.spoken();
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    private void part(String title, Node... nodes) {
        var label = new Label(title);
        label.getStyleClass().addAll("small", "strong", "muted");
        sheet.getChildren().add(label);
        sheet.getChildren().addAll(nodes);
    }

    private static Node buttons() {
        var primary = Buttons.of("End the wait now", "mdi2s-skip-next-outline", () -> {});
        primary.getStyleClass().add("accent");
        var back = Buttons.of("Stop and roll back", "mdi2u-undo", () -> {});
        back.getStyleClass().addAll("danger", "button-outlined");
        var disabled = Buttons.of("Retry", "mdi2r-restart", () -> {});
        disabled.setDisable(true);
        var row = new FlowPane(8, 8, primary, Buttons.of("Retry", "mdi2r-restart", () -> {}), back, disabled,
                Buttons.small("Repair", "mdi2w-wrench-outline", () -> {}), new FilterField());
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node choices() {
        var tabs = new TabRow();
        tabs.tabs(List.of("Build log", "ECS events"), index -> {});
        var languages = new Segmented<String>(
                Stream.of("AWS CLI", "SDK for Java").map(each -> new Segmented.Choice<>(each, each, each)).toList(),
                chosen -> {});
        languages.show("AWS CLI");
        return new HBox(32, tabs, languages);
    }

    private static Node cards() {
        var row = new HBox(
                16, CardNote.empty("No release yet. Push a commit to start one."), CardNote.loading(),
                CardNote.error("Not allowed to list deployments."));
        row.setFillHeight(false);
        return row;
    }

    @Override
    public Node node() {
        return sheet;
    }

    @Override
    public void focus() {
        sheet.requestFocus();
    }
}
