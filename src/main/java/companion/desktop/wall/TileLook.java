package companion.desktop.wall;

import companion.desktop.status.State;
import companion.monitor.snapshot.PipelineSummary;
import companion.monitor.snapshot.PipelineSummary.StageSummary;
import companion.monitor.snapshot.PipelineSummary.Trouble;
import companion.monitor.snapshot.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a pipeline stands: its group, its shape, its word, and the strip of its stages. */
record TileLook(Standing standing, State state, String status, List<StageMark> stages) {

    static TileLook of(PipelineSummary summary) {
        var trouble = summary.trouble();
        var states = states(summary);
        var stages = marks(summary.stages(), states);
        if (trouble != null) {
            return new TileLook(Standing.TROUBLE, shape(trouble.kind()), trouble.headline(), stages);
        }
        var latest = summary.latest();
        if (latest == null) {
            return new TileLook(Standing.QUIET, State.NOT_STARTED, "No execution yet", stages);
        }
        if (latest.status() == Status.FAILED) {
            return new TileLook(Standing.TROUBLE, State.FAILED, failed(summary), stages);
        }
        return summary.isActive() ? active(summary, stages) : over(summary, latest.status(), stages);
    }

    private static TileLook active(PipelineSummary summary, List<StageMark> stages) {
        var waiting = named(summary, Status.WAITING);
        var running = named(summary, Status.IN_PROGRESS);
        if (running.isPresent()) {
            return new TileLook(Standing.ACTIVE, State.RUNNING, running.get() + " in progress", stages);
        }
        if (waiting.isPresent()) {
            return new TileLook(Standing.ACTIVE, State.WAITING, "Waiting for approval", stages);
        }
        return disabled(summary)
                .map(stage -> closed(stage, stages))
                .orElseGet(() -> new TileLook(Standing.ACTIVE, State.RUNNING, "In progress", stages));
    }

    private static TileLook over(PipelineSummary summary, Status status, List<StageMark> stages) {
        return disabled(summary)
                .map(stage -> closed(stage, stages))
                .orElseGet(() -> new TileLook(
                        Standing.QUIET, TileItems.state(status),
                        switch (status) {
                            case STOPPED -> "Stopped";
                            case SUPERSEDED -> "Superseded";
                            case SKIPPED -> "Skipped";
                            default -> "Succeeded";
                        },
                        stages));
    }

    private static TileLook closed(String stage, List<StageMark> stages) {
        return new TileLook(Standing.QUIET, State.DISABLED, "Transition to " + stage + " disabled", stages);
    }

    private static Optional<String> disabled(PipelineSummary summary) {
        return summary.stages().stream()
                .filter(stage -> !stage.enabled())
                .map(StageSummary::name)
                .findFirst();
    }

    private static Optional<String> named(PipelineSummary summary, Status status) {
        return summary.stages().stream()
                .filter(stage -> stage.status() == status)
                .map(StageSummary::name)
                .findFirst();
    }

    private static String failed(PipelineSummary summary) {
        return named(summary, Status.FAILED).map(stage -> stage + " failed").orElse("Failed");
    }

    private static State shape(Trouble.Kind kind) {
        return switch (kind) {
            case FAILED -> State.FAILED;
            case ROLLED_BACK -> State.ROLLED_BACK;
            case SLOW -> State.WARNING;
        };
    }

    private static List<State> states(PipelineSummary summary) {
        var states = new ArrayList<State>();
        int last = -1;
        for (var stage : summary.stages()) {
            var state = TileItems.state(stage.status());
            boolean closed = !stage.enabled() && (stage.status().isOver() || state == State.NOT_STARTED);
            if (state != State.NOT_STARTED) {
                last = states.size();
            }
            states.add(closed && state != State.FAILED ? State.DISABLED : state);
        }
        // The stage that deployed says Succeeded of what went back: the strip does not repeat it.
        boolean back = summary.trouble() != null && summary.trouble().kind() == Trouble.Kind.ROLLED_BACK;
        if (back && last >= 0 && states.stream().noneMatch(state -> state == State.FAILED)) {
            states.set(last, State.ROLLED_BACK);
        }
        return states;
    }

    private static List<StageMark> marks(List<StageSummary> stages, List<State> states) {
        int current = 0;
        boolean found = false;
        for (int i = 0; i < states.size() && !found; i++) {
            found = new StageMark("", states.get(i), false).standsOut();
            if (found || !new StageMark("", states.get(i), false).isFaint()) {
                current = i;
            }
        }
        var marks = new ArrayList<StageMark>();
        for (int i = 0; i < states.size(); i++) {
            marks.add(new StageMark(stages.get(i).name(), states.get(i), i == current));
        }
        return marks;
    }
}
