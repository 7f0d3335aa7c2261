package companion.desktop.live.graph;

import companion.desktop.live.graph.GraphPlan.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline of any size, painted. Drag or scroll to pan, Ctrl and scroll to zoom; with the keyboard on it arrows move among
 * the stages, + and - zoom, 0 fits all of it, F finds the stage that matters now, Enter opens a stage, t its transition.
 */
public final class PipelineGraph extends Region {
    private static final double STEP = 1.25;
    private static final double NEAR = 1;
    /** In px, as is all that is painted: room enough to zoom in a small picture, and no more than leaves the rest in sight. */
    private static final double LOWEST = 200;

    private static final double HIGHEST = 390;

    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this::dressed);
    private final GraphPainter painter = new GraphPainter(inks);
    private final Pane sight = new Pane();
    private final List<Region> stages = new ArrayList<>();
    private final List<Region> actions = new ArrayList<>();
    private final IntConsumer open;
    private final IntConsumer transition;
    private GraphModel model = new GraphModel(List.of(), 0);
    private GraphPlan plan = GraphPlan.of(model, 1);
    private Lens lens = new Lens(1, 0, 0);
    private boolean fitted = true;
    private boolean dirty = true;
    private boolean finding;
    private int selected = -1;
    private double dragX;
    private double dragY;

    /**
     * @param open gets the index of a stage to show more of
     * @param transition gets the index of the stage whose transition is to be turned
     */
    public PipelineGraph(IntConsumer open, IntConsumer transition) {
        this.open = open;
        this.transition = transition;
        getStyleClass().add("pipeline-graph");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Pipeline");
        setFocusTraversable(true);
        sight.setPickOnBounds(false);
        getChildren().addAll(inks, canvas, sight);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setOnScroll(this::scrolled);
        setOnZoom(event -> look(lens.zoom(event.getZoomFactor(), event.getX(), event.getY())));
        setOnMousePressed(event -> {
            dragX = event.getX();
            dragY = event.getY();
        });
        setOnMouseDragged(event -> {
            look(lens.pan(event.getX() - dragX, event.getY() - dragY));
            dragX = event.getX();
            dragY = event.getY();
        });
        setOnMouseClicked(event -> {
            if (event.isStillSincePress()) {
                select(at(event.getX(), event.getY()));
            }
        });
        focusedProperty().subscribe(focused -> {
            if (focused) {
                select(selected < 0 ? model.current() : selected);
            }
        });
    }

    /** Shows a pipeline; what somebody looks at stays where it is. */
    public void show(GraphModel next) {
        if (next.equals(model)) {
            return;
        }
        boolean shaped = shape(next).equals(shape(model));
        model = next;
        dirty = true;
        if (!shaped) {
            lay();
        } else {
            plan = GraphPlan.of(model, aspect());
        }
        requestLayout();
    }

    private static List<List<Integer>> shape(GraphModel of) {
        return of.stages().stream().map(stage -> stage.groups().stream().map(List::size).toList()).toList();
    }

    /** Shows all of it. */
    public void fit() {
        look(Lens.fit(plan.width(), plan.height(), getWidth(), getHeight()));
        fitted = true;
    }

    /** Goes to the stage that matters now. */
    public void find() {
        finding = getWidth() <= 0;
        if (finding) {
            return;
        }
        select(model.current());
        if (selected >= 0) {
            var box = plan.boxes().get(selected);
            look(Lens.at(
                    Math.max(NEAR, lens.scale()), box.x() + box.width() / 2,
                    box.y() + Math.min(box.height() / 2, getHeight() / 2 / NEAR - GraphPlan.PAD), getWidth(), getHeight()));
        }
    }

    /** Nearer or farther, around the middle. */
    public void zoom(boolean in) {
        look(lens.zoom(in ? STEP : 1 / STEP, getWidth() / 2, getHeight() / 2));
    }

    /** Moves the picture, in px. */
    public void pan(double dx, double dy) {
        look(lens.pan(dx, dy));
    }

    private void look(Lens next) {
        fitted = false;
        lens = next.within(plan.width(), plan.height(), getWidth(), getHeight());
        dirty = true;
        requestLayout();
    }

    private void dressed() {
        painter.clear();
        dirty = true;
        requestLayout();
    }

    private double aspect() {
        return getHeight() <= 0 ? 1 : getWidth() / getHeight();
    }

    private void lay() {
        plan = GraphPlan.of(model, aspect());
        if (fitted && getWidth() > 0) {
            lens = Lens.fit(plan.width(), plan.height(), getWidth(), getHeight());
        }
    }

    private int at(double x, double y) {
        double px = lens.pictureX(x);
        double py = lens.pictureY(y);
        for (int i = 0; i < plan.boxes().size(); i++) {
            if (plan.boxes().get(i).contains(px, py)) {
                return i;
            }
        }
        return -1;
    }

    private void select(int stage) {
        if (stage < 0 || stage >= model.stages().size()) {
            return;
        }
        selected = stage;
        dirty = true;
        var box = plan.boxes().get(stage);
        double x = lens.x() + box.x() * lens.scale();
        double y = lens.y() + box.y() * lens.scale();
        double width = box.width() * lens.scale();
        double height = Math.min(box.height() * lens.scale(), getHeight());
        if (getWidth() > 0) {
            reveal(x, y, width, height);
        }
        place();
        stages.get(stage).requestFocus();
        requestLayout();
    }

    private void reveal(double x, double y, double width, double height) {
        double dx = x < 0 ? -x + 8 : x + width > getWidth() ? getWidth() - x - width - 8 : 0;
        double dy = y < 0 ? -y + 8 : y + height > getHeight() ? getHeight() - y - height - 8 : 0;
        if (dx != 0 || dy != 0) {
            look(lens.pan(dx, dy));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            look(lens.zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY()));
        } else {
            look(lens.pan(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        int from = Math.max(0, selected);
        double pan = getHeight() / 4;
        switch (event.getCode()) {
            case LEFT -> move(event, from - 1, pan, 0);
            case RIGHT -> move(event, from + 1, -pan, 0);
            case UP -> move(event, from - plan.columns(), 0, pan);
            case DOWN -> move(event, from + plan.columns(), 0, -pan);
            case PLUS, EQUALS, ADD -> zoom(true);
            case MINUS, SUBTRACT -> zoom(false);
            case DIGIT0, NUMPAD0 -> fit();
            case F -> find();
            case ENTER -> open.accept(from);
            case T -> transition.accept(from);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(KeyEvent event, int stage, double dx, double dy) {
        if (event.isShiftDown()) {
            pan(dx, dy);
        } else {
            select(Math.clamp(stage, 0, Math.max(0, model.stages().size() - 1)));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = Math.max(width, getWidth()) - 2 * Lens.MARGIN;
        return Math.clamp(GraphPlan.heightWithin(model, room) + 2 * Lens.MARGIN, LOWEST, HIGHEST);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            lay();
            dirty = true;
            if (finding) {
                find();
            }
        }
        sight.resizeRelocate(0, 0, getWidth(), getHeight());
        if (dirty && getWidth() > 0) {
            dirty = false;
            painter.paint(canvas.getGraphicsContext2D(), model, plan, lens, getWidth(), getHeight(), selected);
            place();
        }
    }

    /** What is in sight stands there for who cannot see it. */
    private void place() {
        while (stages.size() < model.stages().size()) {
            stages.add(node(true));
        }
        for (int i = 0; i < stages.size(); i++) {
            boolean there = i < model.stages().size();
            place(stages.get(i), there ? plan.boxes().get(i) : null, there ? model.stages().get(i).spoken() : "", i == selected);
        }
        int used = 0;
        if (lens.scale() >= GraphPainter.READABLE) {
            for (var slot : plan.slots()) {
                if (inSight(slot.box())) {
                    if (used == actions.size()) {
                        actions.add(node(false));
                    }
                    place(actions.get(used++), slot.box(), slot.action().spoken(), false);
                }
            }
        }
        for (int i = used; i < actions.size(); i++) {
            actions.get(i).setVisible(false);
        }
    }

    private Region node(boolean stage) {
        var node = new Region();
        node.setManaged(false);
        node.setMouseTransparent(true);
        node.setAccessibleRole(AccessibleRole.LIST_ITEM);
        node.setFocusTraversable(false);
        if (stage) {
            node.getStyleClass().add("graph-stage");
        }
        sight.getChildren().add(node);
        return node;
    }

    private void place(Region node, GraphPlan.@Nullable Box box, String spoken, boolean keep) {
        boolean shown = box != null && (keep || inSight(box));
        node.setVisible(shown);
        if (shown) {
            node.setAccessibleText(spoken);
            node.resizeRelocate(
                    lens.x() + box.x() * lens.scale(), lens.y() + box.y() * lens.scale(), box.width() * lens.scale(),
                    box.height() * lens.scale());
        }
    }

    private boolean inSight(GraphPlan.Box box) {
        return box.meets(lens.pictureX(0), lens.pictureY(0), lens.pictureX(getWidth()), lens.pictureY(getHeight()));
    }
}
