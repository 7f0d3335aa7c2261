package companion.desktop.live;

import companion.desktop.component.Keys;
import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.live.LiveModel.TrackStop;
import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lifecycle events in AWS's order as glyphs on a line, each with its name and how long it took. Arrows move. */
public final class LifecycleTrack extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");

    private final Repeated<TrackStop, Stop> stops = new Repeated<>(Stop::new, Stop::show);

    public LifecycleTrack() {
        getStyleClass().add("lifecycle-track");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Lifecycle events");
        setOnKeyPressed(event -> Keys.across(event, stops.nodes()));
    }

    void show(List<TrackStop> track) {
        if (stops.show(track)) {
            getChildren().setAll(stops.nodes());
            for (var stop : stops.nodes()) {
                stop.lines(stop == stops.nodes().getFirst(), stop == stops.nodes().getLast());
            }
        }
    }

    /** Turns the glyph of what runs, or lets it stand. */
    void turn(boolean on) {
        stops.nodes().forEach(stop -> stop.turn(on));
    }

    private static final class Stop extends VBox {
        private final Region before = line();
        private final Region after = line();
        private final StatusGlyph glyph = new StatusGlyph(16);
        private final Label name = Labels.of("", "small", "stop-name");
        private final Label note = Labels.of("", "micro", "mono", "stop-note");

        Stop() {
            var line = new HBox(before, glyph, after);
            line.setAlignment(Pos.CENTER);
            line.getStyleClass().add("stop-line");
            getChildren().addAll(line, name, note);
            getStyleClass().add("stop");
            setAlignment(Pos.TOP_CENTER);
            // A long name may reach under its neighbours' glyphs; cut, it would say nothing.
            name.setMinWidth(USE_PREF_SIZE);
            note.setMinWidth(USE_PREF_SIZE);
            // The same share of the width for all, so that the line between two glyphs has one length.
            setMinWidth(0);
            setPrefWidth(0);
            HBox.setHgrow(this, Priority.ALWAYS);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setFocusTraversable(true);
        }

        private static Region line() {
            var line = new Region();
            line.getStyleClass().add("track-line");
            HBox.setHgrow(line, Priority.ALWAYS);
            return line;
        }

        void lines(boolean first, boolean last) {
            before.setVisible(!first);
            after.setVisible(!last);
        }

        void show(TrackStop stop) {
            glyph.setState(stop.state());
            name.setText(stop.name());
            note.setText(stop.note());
            pseudoClassStateChanged(CURRENT, stop.current());
            pseudoClassStateChanged(AHEAD, stop.state() == State.NOT_STARTED);
            setAccessibleText(stop.spoken());
        }

        void turn(boolean on) {
            glyph.turn(on && glyph.getState() == State.RUNNING);
        }
    }
}
