package companion.desktop.live;

import companion.desktop.component.Keys;
import companion.desktop.component.Labels;
import companion.desktop.component.Repeated;
import companion.desktop.live.TimelineModel.Row;
import companion.desktop.live.TimelineModel.Segment;
import companion.desktop.live.TimelineModel.Tick;
import companion.monitor.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The timeline drawn: an axis of time above rows of bars, and a line where the present stands. Arrows move among the bars. */
public final class TimelineChart extends Region {
    private static final double SMALL = 0.923;
    private static final double TITLES = 8;
    private static final double HEAD = 1.8;
    private static final double ROW = 2.15;
    private static final double BAR = 1.54;
    private static final double NARROWEST = 3;

    private final Repeated<Tick, Label> ticks =
            new Repeated<>(() -> Labels.of("", "micro", "mono", "muted"), (label, tick) -> label.setText(tick.label()));
    private final Repeated<Row, RowNodes> rows = new Repeated<>(RowNodes::new, RowNodes::show);
    private final Region axis = new Region();
    private final Region now = new Region();
    private final Region knob = new Region();
    private @Nullable TimelineModel shown;
    private Consumer<Instant> seek = instant -> {};

    public TimelineChart() {
        getStyleClass().add("timeline-chart");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Timeline");
        axis.getStyleClass().add("axis");
        now.getStyleClass().add("now");
        knob.getStyleClass().add("knob");
        setOnKeyPressed(event -> Keys.across(event, bars()));
        setOnMousePressed(this::drag);
        setOnMouseDragged(this::drag);
    }

    /** @param wanted gets the moment that a press or a drag leads to */
    void onSeek(Consumer<Instant> wanted) {
        seek = wanted;
    }

    private void drag(MouseEvent event) {
        double left = snappedLeftInset() + em() * TITLES;
        double width = getWidth() - left - snappedRightInset();
        if (shown != null && event.getX() >= left && width > 0) {
            shown.at((event.getX() - left) / width).ifPresent(seek);
        }
    }

    void show(TimelineModel model) {
        if (model.equals(shown)) {
            return;
        }
        shown = model;
        var before = children();
        ticks.show(model.ticks());
        rows.show(model.rows());
        var after = children();
        if (!after.equals(before) || getChildren().isEmpty()) {
            getChildren().setAll(after);
        }
        now.setVisible(!model.ticks().isEmpty());
        knob.setVisible(!model.ticks().isEmpty());
        requestLayout();
    }

    private List<Node> children() {
        var nodes = new ArrayList<Node>();
        nodes.add(axis);
        nodes.addAll(ticks.nodes());
        rows.nodes().forEach(row -> {
            nodes.add(row.title);
            nodes.addAll(row.bars.nodes());
        });
        nodes.add(now);
        nodes.add(knob);
        return nodes;
    }

    private List<BarLabel> bars() {
        return rows.nodes().stream().flatMap(row -> row.bars.nodes().stream()).toList();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + em() * (HEAD + ROW * Timeline.Row.values().length);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (shown == null) {
            return;
        }
        double em = em();
        double left = snapPositionX(snappedLeftInset() + em * TITLES);
        double width = Math.max(1, getWidth() - left - snappedRightInset());
        for (int i = 0; i < ticks.nodes().size(); i++) {
            var tick = ticks.nodes().get(i);
            tick.autosize();
            double x = left + width * shown.ticks().get(i).at() - tick.getWidth() / 2;
            double most = Math.max(left, left + width - tick.getWidth());
            tick.relocate(snapPositionX(Math.clamp(x, left, most)), snappedTopInset());
        }
        double top = snappedTopInset() + em * HEAD;
        for (int i = 0; i < rows.nodes().size(); i++) {
            var row = rows.nodes().get(i);
            double y = snapPositionY(top + i * em * ROW);
            row.title.autosize();
            row.title.relocate(snappedLeftInset(), snapPositionY(y + (em * BAR - row.title.getHeight()) / 2));
            for (int bar = 0; bar < row.bars.nodes().size(); bar++) {
                var segment = shown.rows().get(i).segments().get(bar);
                double from = snapPositionX(left + width * segment.from());
                double to = snapPositionX(left + width * segment.to());
                double length = Math.max(NARROWEST, to - from);
                double begin = Math.min(from, Math.max(left, left + width - length));
                row.bars.nodes().get(bar).place(begin, y, length, snapSizeY(em * BAR));
            }
        }
        double rise = em * 0.3;
        double height = rows.nodes().size() * em * ROW;
        axis.resizeRelocate(left - 1, top - rise, 1, height);
        double x = snapPositionX(left + width * shown.now());
        now.resizeRelocate(x - 1, top - rise, 2, height);
        double round = snapSizeX(em * 0.7);
        knob.resizeRelocate(x - round / 2, top - rise + height - round / 2, round, round);
    }

    /** One em in px, read off a title's own measure so that zoom moves the rows with the type. */
    private double em() {
        return rows.nodes().isEmpty() ? 13 : rows.nodes().getFirst().title.getFont().getSize() / SMALL;
    }

    /** A row's title and bars; it is no parent of theirs. */
    private static final class RowNodes extends Region {
        private final Label title = Labels.of("", "small", "muted");
        private final Repeated<Segment, BarLabel> bars = new Repeated<>(BarLabel::new, BarLabel::show);

        void show(Row row) {
            title.setText(row.title());
            bars.show(row.segments());
        }
    }

    private static final class BarLabel extends Label {
        private final Tooltip tip = new Tooltip();
        private String words = "";
        private double needed = -1;

        BarLabel() {
            getStyleClass().setAll("label", "micro", "bar");
            setTooltip(tip);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
            setFocusTraversable(true);
            fontProperty().subscribe(() -> needed = -1);
        }

        void show(Segment segment) {
            var look = segment.planned() ? "planned" : segment.look().name().toLowerCase(Locale.ROOT);
            var styles = List.of("label", "micro", "bar", look);
            if (!styles.equals(getStyleClass())) {
                getStyleClass().setAll(styles);
            }
            if (!segment.label().equals(words)) {
                words = segment.label();
                needed = -1;
            }
            tip.setText(segment.spoken());
            setAccessibleText(segment.spoken());
        }

        /** A cut word says less than none; the tooltip has it. */
        void place(double x, double y, double width, double height) {
            if (needed < 0) {
                setText(words);
                needed = prefWidth(-1);
            }
            var text = needed > width ? "" : words;
            if (!text.equals(getText())) {
                setText(text);
            }
            resizeRelocate(x, y, width, height);
        }
    }
}
