package companion.console;

import companion.monitor.snapshot.DeploymentSnapshot;
import companion.monitor.snapshot.Part;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Condition;
import companion.monitor.snapshot.PipelineSnapshot.ExecutionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.ReleaseSnapshot;
import companion.monitor.snapshot.Status;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.Visit;
import companion.monitor.watch.Release;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A release as lines of text: stages and actions, the deployment, who gets the traffic, why it failed, the end of the log. */
final class ReleaseText {
    private static final int LOG_LINES = 10;
    private static final int STORY_LINES = 5;
    private static final int COMMIT = 7;
    private static final int ID = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Terminal terminal;

    ReleaseText(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(Release release) {
        var snapshot = release.snapshot();
        var lines = new ArrayList<String>();
        if (snapshot.pipeline() != null) {
            pipeline(lines, snapshot.pipeline(), snapshot.asOf());
        } else if (isGone(snapshot)) {
            lines.add(terminal.warning("⚠ The pipeline is not there any more."));
        }
        if (snapshot.deployment() != null) {
            deployment(lines, snapshot.deployment());
        }
        traffic(lines, snapshot);
        visitors(lines, release);
        why(lines, release);
        snapshot.unread()
                .forEach(unread -> lines.add(
                        terminal.dim("Can't read " + unread.part() + ": " + unread.code() + ", " + Printable.of(unread.message()))));
        var events = release.story().events();
        if (!events.isEmpty()) {
            lines.add("");
            events.subList(Math.max(0, events.size() - STORY_LINES), events.size())
                    .forEach(event -> lines.add(terminal.dim(time(event.change().at()) + "  ") + Printable.of(event.words())));
        }
        var log = release.log();
        if (!log.isEmpty()) {
            lines.add("");
            log.subList(Math.max(0, log.size() - LOG_LINES), log.size())
                    .forEach(line -> lines.add(terminal.dim(Printable.of(line.text()))));
        }
        return lines;
    }

    /** Whether it was looked for, and was not there. */
    static boolean isGone(ReleaseSnapshot snapshot) {
        return snapshot.pipeline() == null
                && snapshot.unread().stream().noneMatch(each -> each.part().equals(Part.PIPELINE.title()));
    }

    /** On this machine's clock, as people read it. */
    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    private static String start(String id, int length) {
        return id.substring(0, Math.min(length, id.length()));
    }

    private void pipeline(List<String> lines, PipelineSnapshot pipeline, Instant now) {
        pipeline.latest().ifPresent(latest -> lines.add(StatusMark.of(latest.status()).text(terminal) + "  "
                + (latest.commitMessage() == null ? "" : Printable.of(latest.commitMessage().lines().findFirst().orElse("")) + "  ")
                + (latest.commitId() == null ? "" : start(latest.commitId(), COMMIT) + "  ")
                + latest.span().length(now).map(WallText::minutes).orElse("")
                + terminal.dim("  execution " + start(latest.id(), ID) + "  " + latest.triggerType())));
        for (var stage : pipeline.stages()) {
            stage(lines, pipeline, stage, now);
        }
    }

    private void stage(List<String> lines, PipelineSnapshot pipeline, StageSnapshot stage, Instant now) {
        boolean current = pipeline.isCurrent(stage);
        var mark = StatusMark.of(current ? stage.status() : Status.NOT_STARTED);
        lines.add("  " + (stage.inbound().enabled() ? "" : terminal.warning("⊘ transition disabled: "
                        + Printable.of(stage.inbound().reason()) + "  "))
                + mark.paint(terminal, mark.shape() + " " + stage.name())
                + (current ? "  " + stage.span().length(now).map(WallText::minutes).orElse("") : "")
                + other(pipeline, stage, current));
        if (current) {
            stage.actions().forEach(action -> lines.add(action(action)));
            stage.conditions().forEach(condition -> lines.add(condition(condition)));
        }
    }

    /** An earlier execution may still be in a stage that the latest one has not reached. */
    private String other(PipelineSnapshot pipeline, StageSnapshot stage, boolean current) {
        var latest = pipeline.latest().map(ExecutionSnapshot::id).orElse(null);
        return !current || stage.executionId() == null || stage.executionId().equals(latest)
                ? ""
                : terminal.dim("  of execution " + stage.executionId());
    }

    private String condition(Condition condition) {
        var mark = StatusMark.of(condition.status());
        return "      " + mark.paint(terminal, mark.shape() + " " + condition.when().title()) + "  " + condition.words()
                + terminal.dim(condition.rules().stream()
                        .map(rule -> rule.failure() == null ? rule.summary() : rule.failure().message())
                        .filter(said -> !said.isEmpty())
                        .findFirst()
                        .map(said -> "  " + Printable.of(said))
                        .orElse(""));
    }

    private String action(ActionSnapshot action) {
        var mark = StatusMark.of(action.status());
        var failure = action.failure();
        return "      " + mark.paint(terminal, mark.shape() + " " + action.name()) + terminal.dim("  " + action.provider()
                        + (action.externalId() == null ? "" : "  " + action.externalId()))
                + (failure == null ? "" : "  " + terminal.bad(Printable.of(failure.code() + ": " + failure.message())));
    }

    private void deployment(List<String> lines, DeploymentSnapshot deployment) {
        lines.add("");
        lines.add("Deployment " + deployment.id() + "  " + StatusMark.of(deployment.status()).text(terminal) + "  "
                + deployment.events().stream()
                        .map(event -> {
                            var mark = StatusMark.of(event.status());
                            return mark.paint(terminal, mark.shape() + " " + event.name());
                        })
                        .collect(Collectors.joining("  ")));
    }

    private void traffic(List<String> lines, ReleaseSnapshot snapshot) {
        if (!snapshot.taskSets().isEmpty()) {
            lines.add("         requested  routed  healthy");
        }
        for (var set : snapshot.taskSets()) {
            lines.add(String.format(
                    Locale.ROOT, "  %-5s      %3d %%   %3d %%    %d/%d  %s  %s",
                    set.colour() == Colour.BLUE ? "Blue" : "Green",
                    set.requested(), set.routed(), set.healthy(), set.desired(), set.taskDefinition(), set.image()));
        }
        var rolling = snapshot.rolling();
        if (rolling != null) {
            lines.add("");
            lines.add("Service " + rolling.service() + "  " + rolling.running() + " of " + rolling.desired()
                    + " running, at least " + rolling.minimum() + ", at most " + rolling.maximum());
            rolling.deployments()
                    .forEach(deployment -> lines.add("  " + StatusMark.of(deployment.rollout()).text(terminal) + "  "
                            + deployment.status() + "  " + deployment.running() + "/" + deployment.desired() + "  "
                            + deployment.taskDefinition() + "  " + deployment.image() + "  " + Printable.of(deployment.reason())));
        }
    }

    private void visitors(List<String> lines, Release release) {
        var url = release.snapshot().url();
        if (url == null) {
            return;
        }
        lines.add(url + "  "
                + release.visits().stream().map(this::visit).collect(Collectors.joining(" "))
                + (release.dropped() == 0 ? "" : "  " + terminal.bad("✖ " + release.dropped() + " dropped")));
    }

    private String visit(Visit visit) {
        return visit.isDropped() ? terminal.bad("✖") : visit.version();
    }

    private void why(List<String> lines, Release release) {
        var why = release.why();
        if (why == null) {
            return;
        }
        lines.add("");
        lines.add(terminal.bad("✖ " + Printable.of(why.headline())) + terminal.dim("  " + Printable.of(why.about())));
        if (why.cause() != null) {
            lines.add("  Why: " + Printable.of(why.cause().text().replace("**", "")));
        }
        why.next().stream().findFirst().ifPresent(step -> lines.add("  Next: " + Printable.of(step.text())));
    }
}
