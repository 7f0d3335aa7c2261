package companion.desktop.component;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Markdown as nodes: paragraphs, lists, inline code, strong words, links. */
public final class Prose {
    private static final Parser PARSER = Parser.builder().build();

    private Prose() {}

    /** One paragraph that wraps. */
    public static TextFlow line(String markdown) {
        var flow = flow();
        PARSER.parse(markdown).accept(new Words(flow, uri -> {}));
        finish(flow);
        return flow;
    }

    /** All of a text, a node for each paragraph. */
    public static VBox text(String markdown, Consumer<URI> open) {
        var box = new VBox();
        box.getStyleClass().add("prose");
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                var flow = flow();
                if (paragraph.getParent() instanceof ListItem) {
                    flow.getChildren().add(new Text("•  "));
                    flow.getStyleClass().add("item");
                }
                paragraph.accept(new Words(flow, open));
                finish(flow);
                box.getChildren().add(flow);
            }
        });
        return box;
    }

    private static TextFlow flow() {
        var flow = new TextFlow();
        flow.getStyleClass().add("prose-line");
        flow.setAccessibleRole(AccessibleRole.TEXT);
        return flow;
    }

    private static void finish(TextFlow flow) {
        var spoken = new StringBuilder();
        for (Node node : flow.getChildren()) {
            spoken.append(node instanceof Text text ? text.getText() : ((javafx.scene.control.Labeled) node).getText());
        }
        flow.setAccessibleText(spoken.toString());
    }

    /** Puts the words of a paragraph into a flow. */
    private static final class Words extends AbstractVisitor {
        private final TextFlow flow;
        private final Consumer<URI> open;
        private List<String> styles = List.of();

        Words(TextFlow flow, Consumer<URI> open) {
            this.flow = flow;
            this.open = open;
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            add(" ");
        }

        private void add(String words) {
            var text = new Text(words);
            text.getStyleClass().addAll(styles);
            flow.getChildren().add(text);
        }

        @Override
        public void visit(Code code) {
            var label = new Label(code.getLiteral());
            label.getStyleClass().add("code");
            flow.getChildren().add(label);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            styles = List.of("strong");
            visitChildren(strong);
            styles = List.of();
        }

        @Override
        public void visit(Emphasis emphasis) {
            visitChildren(emphasis);
        }

        @Override
        public void visit(Link link) {
            var words = link.getFirstChild() instanceof org.commonmark.node.Text text
                    ? text.getLiteral()
                    : link.getDestination();
            var hyperlink = new Hyperlink(words);
            hyperlink.setAccessibleText(words);
            hyperlink.setOnAction(event -> open.accept(URI.create(link.getDestination())));
            flow.getChildren().add(hyperlink);
        }
    }
}
