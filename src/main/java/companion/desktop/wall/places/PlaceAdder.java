package companion.desktop.wall.places;

import companion.desktop.component.Buttons;
import companion.desktop.component.Labels;
import companion.desktop.fx.FxThread;
import companion.desktop.wall.places.WatchedPlaces.Choice;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** Chooses an account and a Region, and has it watched. */
final class PlaceAdder extends HBox {
    private final WatchedPlaces places;
    private final ComboBox<Choice> account;
    private final ComboBox<Choice> region;
    private final Label refused = Labels.of("", "small", "warning-words");

    PlaceAdder(WatchedPlaces places) {
        this.places = places;
        getStyleClass().add("place-adder");
        setAlignment(Pos.CENTER_LEFT);
        account = box("Account to add", places.accounts());
        region = box("Region to add", places.regions());
        var add = Buttons.of("Watch it, too", "mdi2p-plus", this::add);
        add.setMinWidth(USE_PREF_SIZE);
        refused.setWrapText(true);
        HBox.setHgrow(refused, Priority.ALWAYS);
        getChildren().addAll(account, region, add, refused);
    }

    private static ComboBox<Choice> box(String name, List<Choice> choices) {
        var box = new ComboBox<Choice>();
        box.setConverter(new Titles());
        box.getItems().setAll(choices);
        box.getSelectionModel().selectFirst();
        box.setAccessibleText(name);
        box.setVisibleRowCount(14);
        return box;
    }

    private void add() {
        refused.setText("");
        places.add(
                account.getValue().id(), region.getValue().id(), why -> FxThread.run(() -> refused.setText(why)));
    }

    private static final class Titles extends StringConverter<Choice> {
        @Override
        public String toString(Choice choice) {
            return choice == null ? "" : choice.title();
        }

        @Override
        public Choice fromString(String title) {
            throw new UnsupportedOperationException("Nothing is typed here");
        }
    }
}
