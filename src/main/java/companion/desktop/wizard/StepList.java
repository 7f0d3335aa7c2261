package companion.desktop.wizard;

import companion.desktop.component.Keys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a stage's steps. The first is open until there are results, and what
 * has trouble is, until the learner opens or closes rows. */
final class StepList {
    private final VBox box;
    private final StageWishes wishes;
    private final Answers answers;
    private final List<StepRow> rows = new ArrayList<>();
    private final Map<String, Boolean> chosen = new HashMap<>();
    private boolean calls = true;
    private boolean tight;
    private @Nullable StagePage page;

    StepList(VBox box, StageWishes wishes, Answers answers) {
        this.box = box;
        this.wishes = wishes;
        this.answers = answers;
        box.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.E && !event.isShortcutDown()) {
                openAll();
                event.consume();
            } else {
                Keys.arrows(event, rows.stream().map(StepRow::row).toList());
            }
        });
    }

    void show(StagePage next) {
        boolean turned = page == null || !page.stage().id().equals(next.stage().id());
        page = next;
        if (turned) {
            chosen.clear();
            rows.clear();
            for (var item : next.steps()) {
                rows.add(row(item.step().id()));
            }
            box.getChildren().setAll(rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            var item = next.steps().get(i);
            rows.get(i).show(item, i + 1, rows.size(), isOpen(item, i), answers);
        }
    }

    private StepRow row(String id) {
        var row = new StepRow(new StepBody(), wishes::mend, () -> toggle(id));
        row.showCalls(calls);
        row.tight(tight);
        return row;
    }

    private boolean isOpen(StepItem item, int index) {
        return chosen.getOrDefault(item.step().id(), item.isTrouble() || calls && index == 0 && isQuiet());
    }

    private boolean isQuiet() {
        return page == null
                || page.results().isEmpty() && page.steps().stream().noneMatch(StepItem::isTrouble);
    }

    private void toggle(String id) {
        var now = page;
        if (now != null) {
            for (int i = 0; i < rows.size(); i++) {
                if (now.steps().get(i).step().id().equals(id)) {
                    chosen.put(id, !rows.get(i).isOpen());
                }
            }
            show(now);
        }
    }

    private void openAll() {
        var now = page;
        if (now != null) {
            boolean open = rows.stream().anyMatch(row -> !row.isOpen());
            now.steps().forEach(item -> chosen.put(item.step().id(), open));
            show(now);
        }
    }

    void showCalls(boolean shown) {
        calls = shown;
        rows.forEach(row -> row.showCalls(shown));
    }

    /** Whether there is little room beside the names. */
    void tight(boolean now) {
        if (tight != now) {
            tight = now;
            rows.forEach(row -> row.tight(now));
        }
    }

    void tick(Duration running) {
        rows.forEach(row -> row.tick(running));
    }

    void turn(boolean on) {
        rows.forEach(row -> row.turn(on));
    }

    void focus() {
        if (!rows.isEmpty()) {
            rows.getFirst().row().requestFocus();
        }
    }
}
