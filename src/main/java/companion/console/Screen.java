package companion.console;

import companion.workshop.LedgerEntry;
import companion.workshop.Problem;
import companion.workshop.SessionState;
import companion.workshop.SessionState.StageState;
import companion.workshop.SessionState.StepState;
import companion.workshop.StepStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A session's progress as lines: one per stage and finished step, and on a terminal one more that is redrawn, with a
 * bar, for the step that runs.
 */
final class Screen {
    private static final int BAR = 20;
    private static final int WIDTH = 100;

    private final Terminal terminal;
    private final Map<String, StepStatus> shown = new HashMap<>();
    private final Map<String, LedgerEntry.State> ledger = new HashMap<>();
    private String stage = "";
    private String liveLine = "";

    Screen(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Told by the session at each change. */
    synchronized void show(SessionState state) {
        if (state.running() != null) {
            showStage(state, state.stage(state.running()));
        }
        showLedger(state.ledger());
    }

    private void showStage(SessionState state, StageState now) {
        var id = now.stage().id();
        if (!id.equals(stage)) {
            stage = id;
            int number = state.stages().indexOf(now) + 1;
            line(terminal.bold("Stage " + number + " of " + state.stages().size() + "  "
                    + now.stage().title()));
        }
        for (var step : now.steps()) {
            showStep(id, step);
        }
    }

    private void showStep(String stageId, StepState now) {
        var key = stageId + "/" + now.step().id();
        if (now.status().equals(shown.put(key, now.status()))) {
            return;
        }
        var call = terminal.dim(now.step().service() + " " + now.step().operation());
        switch (now.status()) {
            case StepStatus.Waiting _ -> {}
            case StepStatus.Checking _ -> live(-1, now.step().title(), "checking");
            case StepStatus.Running(var message, var fraction, var attempt) ->
                live(fraction, now.step().title(), attempt > 1 ? "attempt " + attempt + ", " + message : message);
            case StepStatus.Done(var found, var took) ->
                line(terminal.good("  done     ") + now.step().title() + "  " + call + "  " + seconds(took) + "  "
                        + terminal.dim(found.what()));
            case StepStatus.Skipped(var found) ->
                line(terminal.dim("  already  ") + now.step().title() + "  " + call + "  "
                        + terminal.dim(found.what()));
            case StepStatus.Differs(var differs) -> {
                line(terminal.bad("  differs  ") + now.step().title() + "  " + call + "  " + differs.what());
                differs.differences()
                        .forEach(it -> line(
                                "           " + it.field() + ": expected " + it.expected() + ", found " + it.found()));
            }
            case StepStatus.Failed(var problem, var took) -> {
                line(terminal.bad("  failed   ") + now.step().title() + "  " + call + "  " + seconds(took));
                problem(problem);
            }
            case StepStatus.Stopped _ -> line("  stopped  " + now.step().title() + "  " + call);
        }
    }

    private void showLedger(List<LedgerEntry> entries) {
        for (var entry : entries) {
            var before = ledger.put(entry.id(), entry.state());
            if (before == entry.state() || before == null) {
                continue;
            }
            switch (entry.state()) {
                case GONE -> line(terminal.good("  gone     ") + entry.type() + "  " + entry.name());
                case HELD_UP -> line("  held up  " + entry.type() + "  " + entry.name() + "  by " + entry.heldUpBy());
                case DELETING -> live(-1, entry.type() + " " + entry.name(), "being removed");
                case PLANNED, LIVE, KEPT -> {}
            }
        }
    }

    /** What happened, why, what to do, and the code to search for. */
    synchronized void problem(Problem problem) {
        line("           " + problem.what());
        if (!problem.why().isBlank()) {
            line("           Why: " + problem.why());
        }
        line("           Next: " + problem.next());
        line(terminal.dim(
                "           " + problem.code() + (problem.details().isBlank() ? "" : "  " + problem.details())));
    }

    synchronized void heading(String text) {
        stage = "";
        line(terminal.bold(text));
    }

    synchronized void line(String text) {
        clear();
        terminal.err().println(text);
    }

    private void live(double fraction, String title, String message) {
        if (!terminal.live()) {
            return;
        }
        clear();
        var bar = fraction < 0
                ? " ".repeat(BAR)
                : "█".repeat((int) (fraction * BAR)) + "░".repeat(BAR - (int) (fraction * BAR));
        var text = "  " + bar + "  " + title + (message.isBlank() ? "" : ", " + message);
        liveLine = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
        terminal.err().print(liveLine);
        terminal.err().flush();
    }

    private void clear() {
        if (!liveLine.isEmpty()) {
            terminal.err().print("\r\u001b[K");
            liveLine = "";
        }
    }

    static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
