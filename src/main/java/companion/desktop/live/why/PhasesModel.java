package companion.desktop.live.why;

import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.BuildSnapshot.Phase;
import companion.monitor.snapshot.Status;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A build's phases in CodeBuild's order.
 *
 * @param id as AWS writes it in full
 * @param remark what the order of phases explains; empty if nothing
 */
public record PhasesModel(String id, List<Row> rows, String remark) {
    public PhasesModel {
        rows = List.copyOf(rows);
    }

    /** @param took empty while it runs, or where it takes no time */
    record Row(String phase, State state, String word, String took, boolean failed) {
        String spoken() {
            return phase + ", " + word.toLowerCase(Locale.ROOT) + (took.isEmpty() ? "" : ", " + took);
        }
    }

    /** @param now on the account's clock */
    public static PhasesModel of(BuildSnapshot build, Instant now) {
        var rows = build.phases().stream().map(phase -> row(phase, now)).toList();
        return new PhasesModel(build.id(), rows, remark(build.phases()));
    }

    private static Row row(Phase phase, Instant now) {
        if (phase.type().equals("COMPLETED")) {
            return new Row(phase.type(), State.OK, "Done", "", false);
        }
        var state = switch (phase.status()) {
            case SUCCEEDED -> State.OK;
            case FAILED -> State.FAILED;
            case STOPPED -> State.STOPPED;
            case SKIPPED -> State.SKIPPED;
            case NOT_STARTED -> State.NOT_STARTED;
            case IN_PROGRESS, WAITING, SUPERSEDED, UNKNOWN -> State.RUNNING;
        };
        var word = state == State.OK ? "Succeeded" : state == State.RUNNING ? "In progress" : sentence(state.spoken());
        return new Row(
                phase.type(),
                state,
                word,
                phase.span().length(now).map(Format::minutes).orElse(""),
                phase.status() == Status.FAILED);
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** POST_BUILD runs even where BUILD failed, which confuses whoever reads the last failure first. */
    private static String remark(List<Phase> phases) {
        boolean build = failed(phases, "BUILD");
        boolean after = failed(phases, "POST_BUILD");
        if (build && after) {
            return "BUILD failed first; POST_BUILD still ran and had nothing to work on.";
        }
        if (build && phases.stream().anyMatch(phase -> phase.type().equals("POST_BUILD"))) {
            return "BUILD failed, and POST_BUILD still ran.";
        }
        return failed(phases, "INSTALL") || failed(phases, "PRE_BUILD")
                ? "A phase before BUILD failed, so BUILD and POST_BUILD did not run."
                : "";
    }

    private static boolean failed(List<Phase> phases, String type) {
        return phases.stream().anyMatch(phase -> phase.type().equals(type) && phase.status() == Status.FAILED);
    }
}
