package companion.desktop.component;

import javafx.beans.NamedArg;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An icon whose side comes from a style class in em, so that zoom moves it: {@code icon-16} unless another is set. Its
 * colour is {@code -icon-color}.
 */
public final class Icon extends StackPane {
    private final FontIcon glyph;

    /** @param code of Material Design Icons: {@code mdi2c-cloud-outline} */
    public Icon(@NamedArg("code") String code) {
        this(code, 16);
    }

    public Icon(@NamedArg("code") String code, @NamedArg("size") int size) {
        glyph = new FontIcon(code);
        glyph.getStyleClass().setAll("icon-glyph");
        getStyleClass().addAll("icon", "icon-" + size);
        getChildren().add(glyph);
        setMouseTransparent(true);
        widthProperty().subscribe(width -> glyph.setIconSize(Math.max(1, (int) Math.round(width.doubleValue()))));
    }

    public void setCode(String code) {
        glyph.setIconLiteral(code);
    }
}
