package companion.desktop.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.HBox;

/** The inputs of a stage side by side. */
final class FieldRow {
    private final HBox box;
    private final StageWishes wishes;
    private final List<InputField> fields = new ArrayList<>();
    private String stage = "";

    FieldRow(HBox box, StageWishes wishes) {
        this.box = box;
        this.wishes = wishes;
    }

    void show(StagePage page) {
        if (!page.stage().id().equals(stage)) {
            stage = page.stage().id();
            fields.clear();
            for (var each : page.fields()) {
                var field = new InputField(each.input(), wishes::choose, wishes::judged);
                InputField.grow(field);
                fields.add(field);
            }
            box.getChildren().setAll(fields);
            box.setVisible(!fields.isEmpty());
            box.setManaged(!fields.isEmpty());
        }
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).show(page.fields().get(i).value(), page.locked());
        }
    }

    String problem() {
        return fields.stream().map(InputField::wrong).flatMap(Optional::stream).findFirst().orElse("");
    }
}
