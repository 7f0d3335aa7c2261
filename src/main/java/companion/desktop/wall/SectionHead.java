package companion.desktop.wall;

import companion.desktop.component.Labels;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The heading of a section, with how many tiles it has and perhaps a note at its right end. */
final class SectionHead extends Region {
    private static final double LINE = 0.9;
    private static final double GAP = 0.615;

    private final Label title = Labels.of("", "strong");
    private final Label count = Labels.of("", "muted");
    private final Label note = Labels.of("", "small", "muted");

    SectionHead() {
        getStyleClass().add("section-head");
        setManaged(false);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(title, count, note);
    }

    void show(String words, int number, String remark) {
        title.setText(words);
        count.setText(Integer.toString(number));
        note.setText(remark);
        setAccessibleText(words + ", " + number);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double unit = title.getFont().getSize();
        place(title, 0, unit);
        double end = title.getWidth() + unit * GAP;
        place(count, end, unit);
        end += count.getWidth() + unit;
        note.setVisible(note.prefWidth(-1) + end < getWidth());
        place(note, getWidth() - note.prefWidth(-1), unit);
    }

    private void place(Label label, double x, double unit) {
        double height = label.prefHeight(-1);
        label.resizeRelocate(
                snapPositionX(x), snapPositionY(unit * LINE - height / 2), label.prefWidth(-1), height);
    }
}
