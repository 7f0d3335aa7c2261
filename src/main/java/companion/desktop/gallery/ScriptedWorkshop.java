package companion.desktop.gallery;

import companion.workshop.CleanUp;
import companion.workshop.LedgerEntry;
import companion.workshop.Stage;
import companion.workshop.Values;
import companion.workshop.Workshop;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blue/green workshop as a script: what the engine would tell, with nothing behind it. */
public final class ScriptedWorkshop {
    /** The day on which the pictures are taken; times of day of the script are of this day. */
    static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    private final Script script = Script.read("/companion/desktop/gallery/blue-green.yaml");

    public Workshop workshop() {
        return new Workshop(
                script.text("id"),
                script.text("title"),
                script.text("summary"),
                script.children("stages").stream().<Stage>map(ScriptedStage::of).toList(),
                new ScriptedCleanUp(script.child("cleanUp")));
    }

    static Instant at(String time) {
        return LocalTime.parse(time).atDate(DAY.atZone(ZoneOffset.UTC).toLocalDate()).toInstant(ZoneOffset.UTC);
    }

    /** What the stages leave in the ledger, as if all had been made that morning. */
    List<LedgerEntry> ledger() {
        return script.child("cleanUp").rows("entries").stream()
                .map(row -> new LedgerEntry(
                        row.get(1) + " " + row.get(2),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        Integer.parseInt(row.get(0)),
                        row.get(4),
                        new BigDecimal(row.get(5)),
                        LedgerEntry.State.LIVE,
                        at("09:27:00"),
                        null))
                .toList();
    }

    /** When the script says that each entry is gone, by its id. */
    Map<String, Instant> goneAt() {
        var times = new LinkedHashMap<String, Instant>();
        script.child("cleanUp")
                .rows("entries")
                .forEach(row -> times.put(row.get(1) + " " + row.get(2), at(row.get(6))));
        return times;
    }

    private record ScriptedCleanUp(Script script) implements CleanUp {
        @Override
        public Map<Integer, String> groups() {
            var groups = new LinkedHashMap<Integer, String>();
            script.texts("groups").forEach(name -> groups.put(groups.size() + 1, name));
            return groups;
        }

        @Override
        public List<Removal> removals(Values values) {
            return List.of();
        }

        @Override
        public List<Proof> prove(Values values) {
            return script.rows("proofs").stream()
                    .map(row -> new Proof(row.get(0), row.get(1), List.of()))
                    .toList();
        }

        @Override
        public String leftOnPurpose() {
            return script.text("leftOnPurpose");
        }
    }
}
