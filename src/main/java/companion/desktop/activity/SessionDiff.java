package companion.desktop.activity;

import companion.desktop.status.StepLook;
import companion.workshop.LedgerEntry;
import companion.workshop.SessionState;
import companion.workshop.SessionState.StageState;
import companion.workshop.StageStatus;
import companion.workshop.StepStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened between two states of a session. */
final class SessionDiff {
    private SessionDiff() {}

    /** The changes of stages and of what exists. */
    static List<ActivityLine> events(SessionState before, SessionState after, Instant at) {
        var events = new ArrayList<ActivityLine>();
        for (var stage : after.stages()) {
            var was = before.stage(stage.stage().id()).status();
            if (stage.status() != was && stage.status() != StageStatus.WAITING) {
                var look = StepLook.of(stage.status());
                events.add(new ActivityLine(at, look.state(), stage.stage().title(), words(stage)));
            }
        }
        var known = before.ledger().stream().collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        for (var entry : after.ledger()) {
            var was = known.get(entry.id());
            if (was == null || was.state() != entry.state()) {
                events.add(new ActivityLine(at, StepLook.of(entry.state()).state(), entry.type(), words(entry)));
            }
        }
        return events;
    }

    private static String words(StageState stage) {
        return switch (stage.status()) {
            case RUNNING -> "stage started";
            case DONE -> "stage done, " + stage.steps().size() + " steps";
            case FAILED -> "stage failed";
            case STOPPED -> "stage stopped";
            case WAITING -> "";
        };
    }

    private static String words(LedgerEntry entry) {
        return switch (entry.state()) {
            case PLANNED -> entry.name() + " is about to be created";
            case LIVE -> entry.name() + " created";
            case DELETING -> entry.name() + " is being deleted";
            case HELD_UP -> entry.name() + " cannot be deleted yet";
            case GONE -> entry.name() + " is gone";
            case KEPT -> entry.name() + " is kept";
        };
    }

    /** What running steps reported, and how steps ended. */
    static List<ActivityLine> log(SessionState before, SessionState after, Instant at) {
        var lines = new ArrayList<ActivityLine>();
        for (var stage : after.stages()) {
            Map<String, StepStatus> was = before.stage(stage.stage().id()).steps().stream()
                    .collect(Collectors.toMap(step -> step.step().id(), SessionState.StepState::status));
            for (var step : stage.steps()) {
                var now = step.status();
                if (!now.equals(was.get(step.step().id())) && !(now instanceof StepStatus.Waiting)) {
                    lines.add(new ActivityLine(at, StepLook.of(now).state(), step.step().title(), words(now)));
                }
            }
        }
        return lines;
    }

    private static String words(StepStatus status) {
        return switch (status) {
            case StepStatus.Running running -> running.message().isEmpty() ? "started" : running.message();
            case StepStatus.Done done -> done.found().what();
            case StepStatus.Skipped skipped -> "already so: " + skipped.found().what();
            case StepStatus.Differs differs -> "differs: " + differs.check().what();
            case StepStatus.Failed failed -> failed.problem().code() + ": " + failed.problem().what();
            case StepStatus.Checking checking -> "checking";
            case StepStatus.Stopped stopped -> "stopped";
            case StepStatus.Waiting waiting -> "";
        };
    }
}
