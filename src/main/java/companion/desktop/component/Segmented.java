package companion.desktop.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A few choices side by side of which one holds. Arrows move between them. */
public final class Segmented<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<Choice<T>> choices;
    private final Consumer<T> chosen;
    private final List<ToggleButton> toggles;
    private final List<Explained> places;
    private boolean telling = true;

    /**
     * @param label on the button
     * @param spoken the tooltip and what is read aloud
     */
    public record Choice<T>(T value, String label, String spoken) {}

    public Segmented(List<Choice<T>> choices, Consumer<T> chosen) {
        this.choices = List.copyOf(choices);
        this.chosen = chosen;
        getStyleClass().add("segmented");
        setAlignment(Pos.CENTER_LEFT);
        var buttons = new ArrayList<ToggleButton>();
        for (var choice : choices) {
            var button = new ToggleButton(choice.label());
            button.setToggleGroup(group);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setAccessibleText(choice.spoken());
            if (!choice.spoken().equals(choice.label())) {
                button.setTooltip(new Tooltip(choice.spoken()));
            }
            button.getStyleClass().add(place(buttons.size()));
            button.setMinWidth(USE_PREF_SIZE);
            buttons.add(button);
        }
        toggles = List.copyOf(buttons);
        places = buttons.stream().map(Explained::new).toList();
        getChildren().addAll(places);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            } else if (now != null && before != now && telling) {
                tell(buttons.indexOf(now));
            }
        });
    }

    private String place(int index) {
        if (index == 0) {
            return choices.size() == 1 ? "only-pill" : "left-pill";
        }
        return index == choices.size() - 1 ? "right-pill" : "center-pill";
    }

    private void tell(int index) {
        chosen.accept(choices.get(index).value());
    }

    /** Shows a choice without telling of it; null or an unknown one shows none. */
    public void show(@Nullable T value) {
        telling = false;
        for (int i = 0; i < choices.size(); i++) {
            toggles.get(i).setSelected(choices.get(i).value().equals(value));
        }
        telling = true;
    }

    /** Puts something before the label of a choice. */
    public void sign(T value, Node sign) {
        button(value).ifPresent(button -> button.setGraphic(sign));
    }

    /** Calls a choice something else. */
    public void name(T value, String label, String spoken) {
        button(value).filter(button -> !button.getText().equals(label)).ifPresent(button -> {
            button.setText(label);
            button.setAccessibleText(spoken);
        });
    }

    private Optional<ToggleButton> button(T value) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).value().equals(value)) {
                return Optional.of(toggles.get(i));
            }
        }
        return Optional.empty();
    }

    /** @param why a choice cannot be made; empty if it can */
    public void offer(T value, String why) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).value().equals(value)) {
                places.get(i).show(why);
            }
        }
    }
}
