package companion.desktop.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The timeline drawn: an axis of time above rows of bars, and a line where the present stands. */
public final class TimelineChart extends Region {
    private final List<Label> ticks = new ArrayList<>();
    private final List<Label> titles = new ArrayList<>();
    private final List<List<Label>> bars = new ArrayList<>();
    private final Region axis = new Region();
    private final Region now = new Region();
    private @Nullable TimelineModel shown;

    public TimelineChart() {
        getStyleClass().add("timeline-chart");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Timeline");
        axis.getStyleClass().add("axis");
        now.getStyleClass().add("now");
    }

    void show(TimelineModel model) {
        if (model.equals(shown)) {
            return;
        }
        shown = model;
        ticks.clear();
        titles.clear();
        bars.clear();
        model.ticks().forEach(tick -> ticks.add(StageCards.styled(tick.label(), "micro", "mono", "muted")));
        for (var row : model.rows()) {
            titles.add(StageCards.styled(row.title(), "small", "muted"));
            bars.add(row.segments().stream().map(TimelineChart::bar).toList());
        }
        getChildren().setAll(axis);
        getChildren().addAll(ticks);
        getChildren().addAll(titles);
        bars.forEach(getChildren()::addAll);
        if (!model.ticks().isEmpty()) {
            getChildren().add(now);
        }
    }

    private static Label bar(TimelineModel.Segment segment) {
        var label = StageCards.styled(
                segment.label(), "micro", "bar", segment.look().name().toLowerCase(Locale.ROOT));
        if (segment.planned()) {
            label.getStyleClass().add("planned");
        }
        label.setAccessibleRole(AccessibleRole.LIST_ITEM);
        label.setAccessibleText(segment.spoken());
        label.setTooltip(new Tooltip(segment.spoken()));
        return label;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + em() * (1.8 + 2.15 * titles.size());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (shown == null) {
            return;
        }
        double left = snappedLeftInset() + em() * 8;
        double width = Math.max(1, getWidth() - left - snappedRightInset());
        double top = snappedTopInset();
        for (int i = 0; i < ticks.size(); i++) {
            var tick = ticks.get(i);
            tick.autosize();
            double x = left + width * shown.ticks().get(i).at() - tick.getWidth() / 2;
            tick.relocate(Math.clamp(x, left, Math.max(left, left + width - tick.getWidth())), top);
        }
        double rowTop = top + em() * 1.8;
        double rowHeight = em() * 2.15;
        for (int row = 0; row < titles.size(); row++) {
            var title = titles.get(row);
            title.autosize();
            double y = rowTop + row * rowHeight;
            title.relocate(snappedLeftInset(), snapPositionY(y + (em() * 1.54 - title.getHeight()) / 2));
            for (int i = 0; i < bars.get(row).size(); i++) {
                var segment = shown.rows().get(row).segments().get(i);
                double from = snapPositionX(left + width * segment.from());
                double to = snapPositionX(left + width * segment.to());
                var bar = bars.get(row).get(i);
                // A cut word says less than none; the tooltip has it.
                bar.setContentDisplay(ContentDisplay.LEFT);
                if (bar.prefWidth(-1) > to - from) {
                    bar.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                }
                bar.resizeRelocate(from, y, Math.max(3, to - from), em() * 1.54);
            }
        }
        double bottom = rowTop + titles.size() * rowHeight;
        axis.resizeRelocate(left - 1, rowTop - em() * 0.3, 1, bottom - rowTop);
        now.resizeRelocate(snapPositionX(left + width * shown.now()) - 1, rowTop - em() * 0.3, 2, bottom - rowTop);
    }

    /** One em in px, read off the axis label's own measure so that zoom moves the rows with the type. */
    private double em() {
        return titles.isEmpty() ? 13 : titles.getFirst().getFont().getSize() / 0.923;
    }
}
