package companion.desktop.cleanup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line of the ledger's list. */
public sealed interface LedgerLine {
    record Head(CleanUpModel.Group group) implements LedgerLine {}

    record Entry(CleanUpModel.Row row) implements LedgerLine {}

    /** @param running what still costs, US dollars per hour */
    record Total(BigDecimal running) implements LedgerLine {}

    /** The lines that contain the text, under the heads of their groups. */
    static List<LedgerLine> of(CleanUpModel model, String filter) {
        var wanted = filter.strip().toLowerCase(Locale.ROOT);
        var lines = new ArrayList<LedgerLine>();
        for (var group : model.groups()) {
            var rows = group.rows().stream().filter(row -> matches(row, wanted)).toList();
            if (!rows.isEmpty()) {
                lines.add(new Head(group));
                rows.forEach(row -> lines.add(new Entry(row)));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(new Total(model.running()));
        }
        return lines;
    }

    private static boolean matches(CleanUpModel.Row row, String wanted) {
        return (row.word() + " " + row.entry().type() + " " + row.entry().name() + " " + row.stage() + " "
                        + row.entry().removedWith())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }
}
