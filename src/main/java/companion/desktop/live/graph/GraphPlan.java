package companion.desktop.live.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a graph stands, in px of the picture at its own size. Stages run from left to right, in as many lines as
 * make the whole readable in a window of a given shape.
 *
 * @param boxes of the stages, in order
 * @param columns how many stages a line has
 */
record GraphPlan(List<Box> boxes, List<Slot> slots, int columns, double width, double height) {
    static final double STAGE = 208;
    static final double HEAD = 40;
    static final double ACTION = 28;
    static final double PAD = 10;
    static final double GAP_X = 44;
    static final double GAP_Y = 36;
    private static final double GROUP = 8;

    GraphPlan {
        boxes = List.copyOf(boxes);
        slots = List.copyOf(slots);
    }

    record Box(double x, double y, double width, double height) {
        boolean meets(double left, double top, double right, double bottom) {
            return x < right && x + width > left && y < bottom && y + height > top;
        }

        boolean contains(double px, double py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }

    /**
     * An action's place.
     *
     * @param parallel whether others run beside it
     * @param first whether it is the first of its group
     */
    record Slot(int stage, GraphModel.Action action, Box box, boolean parallel, boolean first) {}

    /** @param aspect of the window, width by height */
    static GraphPlan of(GraphModel model, double aspect) {
        var heights = model.stages().stream().map(GraphPlan::height).toList();
        int best = 1;
        double fit = 0;
        for (int columns = 1; columns <= Math.max(1, heights.size()); columns++) {
            double width = columns * (STAGE + GAP_X) - GAP_X;
            double height = lines(heights, columns);
            double scale = Math.min(aspect / width, 1 / height);
            if (scale > fit * 1.001) {
                fit = scale;
                best = columns;
            }
        }
        return lay(model, heights, best);
    }

    /** How high it is at its own size, with as many stages in a line as there is room for. */
    static double heightWithin(GraphModel model, double width) {
        var heights = model.stages().stream().map(GraphPlan::height).toList();
        return lines(heights, Math.max(1, (int) ((width + GAP_X) / (STAGE + GAP_X))));
    }

    private static double lines(List<Double> heights, int columns) {
        double height = -GAP_Y;
        for (int from = 0; from < heights.size(); from += columns) {
            height += tallest(heights, from, columns) + GAP_Y;
        }
        return Math.max(1, height);
    }

    private static double tallest(List<Double> heights, int from, int columns) {
        return heights.subList(from, Math.min(heights.size(), from + columns)).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static GraphPlan lay(GraphModel model, List<Double> heights, int columns) {
        var boxes = new ArrayList<Box>();
        var slots = new ArrayList<Slot>();
        double y = 0;
        for (int from = 0; from < heights.size(); from += columns) {
            for (int i = from; i < Math.min(heights.size(), from + columns); i++) {
                var box = new Box((i - from) * (STAGE + GAP_X), y, STAGE, heights.get(i));
                boxes.add(box);
                actions(model.stages().get(i), i, box, slots);
            }
            y += tallest(heights, from, columns) + GAP_Y;
        }
        return new GraphPlan(boxes, slots, columns, columns * (STAGE + GAP_X) - GAP_X, Math.max(1, y - GAP_Y));
    }

    private static void actions(GraphModel.Stage stage, int index, Box box, List<Slot> slots) {
        double y = box.y() + HEAD;
        for (var group : stage.groups()) {
            for (int i = 0; i < group.size(); i++) {
                var place = new Box(box.x() + PAD, y, box.width() - 2 * PAD, ACTION);
                slots.add(new Slot(index, group.get(i), place, group.size() > 1, i == 0));
                y += ACTION;
            }
            y += GROUP;
        }
    }

    private static double height(GraphModel.Stage stage) {
        return HEAD + stage.actions() * ACTION + stage.groups().size() * GROUP + 4;
    }
}
