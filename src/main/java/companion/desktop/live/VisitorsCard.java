package companion.desktop.live;

import companion.desktop.component.Labels;
import companion.desktop.live.LiveModel.Visitors;
import java.net.URI;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What visitors of the public page get, and where it is. */
final class VisitorsCard extends HBox {
    private static final String NO_LISTENER = "No listener yet, so nobody can visit.";

    private final Label what = Labels.of("one a second, newest right", "small", "muted");
    private final Label errors = Labels.of("", "small", "visit-errors");
    private final Hyperlink url = new Hyperlink();
    private final VisitorStrip strip = new VisitorStrip();
    private final Label none = Labels.of(NO_LISTENER, "muted");

    VisitorsCard(Consumer<URI> open) {
        getStyleClass().addAll("card-box", "visitors");
        setAlignment(Pos.CENTER_LEFT);
        url.getStyleClass().addAll("small", "mono");
        url.setOnAction(event -> {
            url.setVisited(false);
            open.accept(URI.create(url.getText()));
        });
        var first = new HBox(Labels.of("Visitors", "strong"), what, errors);
        first.setAlignment(Pos.BASELINE_LEFT);
        first.getStyleClass().add("visitors-line");
        var head = new VBox(first, url);
        head.setMinWidth(USE_PREF_SIZE);
        head.getStyleClass().add("visitors-head");
        HBox.setHgrow(strip, Priority.ALWAYS);
        getChildren().addAll(head, strip, none);
    }

    void show(Visitors visitors) {
        boolean there = visitors.url() != null;
        url.setText(there ? visitors.url() : "");
        url.setAccessibleText("Open " + url.getText());
        errors.setText(visitors.errors());
        shown(url, there);
        shown(strip, there);
        shown(none, !there);
        shown(what, there && visitors.errors().isEmpty());
        shown(errors, there && !visitors.errors().isEmpty());
        strip.show(visitors.tiles(), visitors.spoken());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
