package companion.desktop.component;

import companion.workshop.Output;
import java.net.URI;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Something that a stage produced: its name, its value, and what can be done with it. */
public final class ResultRow extends HBox {

    /** @param open shows a page or a folder */
    public ResultRow(Output output, Consumer<URI> open) {
        getStyleClass().add("result-row");
        setAlignment(Pos.CENTER_LEFT);
        var name = new Label(output.name());
        name.getStyleClass().addAll("result-name", "muted");
        boolean opens = output.kind() == Output.Kind.LINK || output.kind() == Output.Kind.FOLDER;
        Labeled value = opens ? new Hyperlink(output.value()) : new Label(output.value());
        value.getStyleClass().addAll("mono", "small");
        value.setMaxWidth(Double.MAX_VALUE);
        setHgrow(value, Priority.ALWAYS);
        getChildren().addAll(name, value);
        if (value instanceof Hyperlink link) {
            link.setAccessibleText("Open " + output.name() + ", " + output.value());
            link.setOnAction(event -> open.accept(address(output)));
        }
        getChildren().add(new CopyButton("Copy " + output.name(), output::value));
    }

    private static URI address(Output output) {
        return output.value().contains(":/")
                ? URI.create(output.value())
                : java.nio.file.Path.of(output.value()).toUri();
    }
}
