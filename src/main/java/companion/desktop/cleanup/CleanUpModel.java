package companion.desktop.cleanup;

import companion.desktop.cost.CostNote;
import companion.desktop.status.State;
import companion.desktop.status.StepLook;
import companion.desktop.text.Format;
import companion.workshop.CleanUp.Proof;
import companion.workshop.LedgerEntry;
import companion.workshop.Problem;
import companion.workshop.SessionState;
import companion.workshop.SessionState.CleanUpState.Phase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the clean-up screen shows at one moment.
 *
 * @param gone how many resources are gone
 * @param running what still costs, US dollars per hour
 * @param groups in the order in which things are removed
 */
public record CleanUpModel(
        Phase phase,
        State state,
        String badge,
        long gone,
        int all,
        BigDecimal running,
        List<Group> groups,
        List<Proof> proof,
        @Nullable Problem problem,
        String leftOnPurpose) {

    /** @param number from 1 */
    public record Group(int number, String name, List<Row> rows) {}

    /**
     * @param stage the title of the stage that made it
     * @param price per hour; a dash if it costs nothing by the hour
     * @param struck whether the price is no longer paid
     */
    public record Row(LedgerEntry entry, State state, String word, String stage, String price, boolean struck) {
        /** {@code NAT gateway nat-0c71, gone, was 0.0450 dollars an hour}. */
        public String spoken() {
            var cost = entry.hourlyCost().signum() == 0 ? "" : (struck ? ", was " : ", ") + price + " dollars an hour";
            return entry.type() + " " + entry.name() + ", " + word.toLowerCase(java.util.Locale.ROOT) + cost;
        }
    }

    public static CleanUpModel of(SessionState session) {
        var ledger = session.ledger();
        long gone = ledger.stream().filter(entry -> entry.state() == LedgerEntry.State.GONE).count();
        var phase = session.cleanUp().phase();
        var left = session.cleanUp().proof().stream().mapToInt(proof -> proof.remaining().size()).sum();
        var groups = session.workshop().cleanUp().groups().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(group -> new Group(group.getKey(), group.getValue(), rows(session, group.getKey())))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        return new CleanUpModel(
                phase, state(phase, left), badge(phase, left, ledger), gone, ledger.size(), CostNote.running(ledger),
                groups,
                session.cleanUp().proof(), session.cleanUp().problem(), session.workshop().cleanUp().leftOnPurpose());
    }

    private static List<Row> rows(SessionState session, int group) {
        return session.ledger().stream()
                .filter(entry -> entry.group() == group)
                .map(entry -> row(entry, title(session, entry.stage())))
                .toList();
    }

    private static String title(SessionState session, String stageId) {
        return session.workshop().stages().stream()
                .filter(stage -> stage.id().equals(stageId))
                .map(stage -> stage.title())
                .findFirst()
                .orElse(stageId);
    }

    private static Row row(LedgerEntry entry, String stage) {
        boolean free = entry.hourlyCost().signum() == 0;
        var price = free ? "–" : Format.fourPlaces(entry.hourlyCost());
        boolean struck = !free && entry.state() == LedgerEntry.State.GONE;
        var look = StepLook.of(entry.state());
        return new Row(entry, look.state(), look.word(), stage, price, struck);
    }

    private static State state(Phase phase, int left) {
        return switch (phase) {
            case NOT_STARTED -> State.NOT_STARTED;
            case RUNNING, PROVING -> State.RUNNING;
            case DONE -> left == 0 ? State.OK : State.WARNING;
            case FAILED -> State.FAILED;
        };
    }

    private static String badge(Phase phase, int left, List<LedgerEntry> ledger) {
        return switch (phase) {
            case NOT_STARTED -> ledger.isEmpty() ? "Nothing to remove" : "Not started";
            case RUNNING -> "Removing";
            case PROVING -> "Asking AWS again";
            case DONE -> left == 0 ? "Nothing left" : left + " still there";
            case FAILED -> "Stopped";
        };
    }

    /** Whether removing can be asked for. */
    public boolean canRemove() {
        return all > gone && phase != Phase.RUNNING && phase != Phase.PROVING;
    }

    public boolean isBusy() {
        return phase == Phase.RUNNING || phase == Phase.PROVING;
    }
}
