package companion.desktop.component;

import companion.desktop.status.State;
import companion.desktop.status.StatusGlyph;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The tasks of a task set: a glyph for its health and the last four of its id; over eight, the rest as a number. */
public final class TaskDots extends HBox {
    private static final int MOST = 8;
    private static final int NAMED = 3;

    /**
     * A task.
     *
     * @param id the last four of it
     * @param health {@code healthy}, {@code starting}, {@code draining}
     */
    public record Task(String id, State state, String health) {}

    public TaskDots() {
        getStyleClass().add("task-dots");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    public void show(List<Task> tasks) {
        getChildren().clear();
        tasks.stream().limit(MOST).forEach(task -> add(task, tasks.size() <= NAMED));
        if (tasks.size() > MOST) {
            var more = new Label("+" + (tasks.size() - MOST));
            more.getStyleClass().addAll("small", "mono", "muted");
            getChildren().add(more);
        }
        long healthy = tasks.stream().filter(task -> task.state() == State.OK).count();
        setAccessibleText(healthy + " of " + tasks.size() + " healthy");
    }

    private void add(Task task, boolean named) {
        var dot = new HBox(new StatusGlyph(14, task.state()));
        dot.setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().add("task-dot");
        if (named) {
            var id = new Label(task.id());
            id.getStyleClass().addAll("micro", "mono", "muted");
            dot.getChildren().add(id);
        }
        Tooltip.install(dot, new Tooltip(task.id() + ", " + task.health()));
        getChildren().add(dot);
    }
}
