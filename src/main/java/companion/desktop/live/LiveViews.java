package companion.desktop.live;

import companion.desktop.shell.Command;
import companion.desktop.shell.Frame;
import companion.desktop.shell.Scope;
import companion.desktop.shell.View;
import companion.desktop.shell.ViewId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The live view that stands in the window: that of the account and Region it is connected to, or, for a pipeline of another
 * one, a view of its own, which is closed when somebody watches something else.
 */
public final class LiveViews implements View {
    private final StackPane node = new StackPane();
    private final View home;
    private View now;
    private @Nullable Visit visit;
    private Frame frame = Frame.NONE;
    private boolean inFront;

    /**
     * A look at another account or Region.
     *
     * @param where {@code prod, eu-west-1}
     * @param left ends what feeds the view
     */
    public record Visit(View view, String where, Runnable left) {}

    public LiveViews(View home) {
        this.home = home;
        this.now = home;
        node.getChildren().setAll(home.node());
    }

    /** Shows a pipeline of another account or Region. */
    public void visit(Visit next) {
        change(next.view, next);
        next.view.placed(frame);
    }

    /** Shows the account and Region that the window is connected to. */
    public void home() {
        if (visit != null) {
            change(home, null);
        }
    }

    private void change(View next, @Nullable Visit visited) {
        now.shown(false);
        leave();
        visit = visited;
        now = next;
        node.getChildren().setAll(next.node());
        next.shown(inFront);
    }

    private void leave() {
        if (visit != null) {
            visit.view.close();
            visit.left.run();
            visit = null;
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        now.focus();
    }

    @Override
    public void filter() {
        now.filter();
    }

    @Override
    public void primary() {
        now.primary();
    }

    @Override
    public void refresh() {
        now.refresh();
    }

    @Override
    public boolean key(String typed) {
        return now.key(typed);
    }

    @Override
    public boolean key(KeyCode code) {
        return now.key(code);
    }

    @Override
    public void shown(boolean front) {
        inFront = front;
        now.shown(front);
    }

    /** What goes on in the workshop's own account is worth watching. */
    @Override
    public void onActivity(Consumer<Boolean> listener) {
        home.onActivity(listener);
    }

    @Override
    public void placed(Frame in) {
        frame = in;
        home.placed(in);
    }

    @Override
    public Optional<Scope> scope() {
        var visited = visit;
        return visited == null ? home.scope() : Optional.of(new Scope(ViewId.LIVE, visited.where));
    }

    @Override
    public List<Command> commands() {
        return now.commands();
    }

    @Override
    public Optional<Node> alone() {
        return now.alone();
    }

    @Override
    public void together() {
        now.together();
    }

    @Override
    public void close() {
        leave();
        home.close();
    }
}
