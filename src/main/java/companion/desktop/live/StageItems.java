package companion.desktop.live;

import companion.desktop.live.LiveModel.ConditionItem;
import companion.desktop.live.LiveModel.StageItem;
import companion.desktop.live.LiveModel.Target;
import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.PipelineSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.Rule;
import companion.monitor.snapshot.PipelineSnapshot.StageSnapshot;
import companion.monitor.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the stage cards of a pipeline. */
final class StageItems {
    private final boolean practice;
    private final Supplier<Map<String, Duration>> usual;

    StageItems(boolean practice, Supplier<Map<String, Duration>> usual) {
        this.practice = practice;
        this.usual = usual;
    }

    /** @param build of the latest execution, which knows its number; null while there is none */
    List<StageItem> of(PipelineSnapshot pipeline, @Nullable BuildSnapshot build, Instant now) {
        var items = new ArrayList<StageItem>();
        for (var stage : pipeline.stages()) {
            var place = items.size() + 1 + " of " + pipeline.stages().size();
            boolean reached = pipeline.isCurrent(stage) && stage.status() != Status.NOT_STARTED;
            items.add(reached ? current(stage, build, place, now) : notReached(pipeline, stage, place));
        }
        return items;
    }

    private StageItem current(StageSnapshot stage, @Nullable BuildSnapshot build, String place, Instant now) {
        var words = Words.of(stage.status());
        var expected = usual.get().get(stage.name());
        var took = stage.span().length(now).orElse(null);
        boolean over = stage.status().isOver();
        double progress = stage.status() == Status.IN_PROGRESS && expected != null && took != null
                ? Math.clamp(took.toMillis() / (double) expected.toMillis(), 0, 1)
                : -1;
        var spoken = place + ", " + words.word().toLowerCase(Locale.ROOT)
                + (took == null || !over ? "" : " after " + Format.spoken(took));
        var link = action(stage).map(action -> Providers.link(action, build)).orElse("");
        return item(stage, words, took == null ? "" : Format.minutes(took), link, progress, conditions(stage), spoken);
    }

    /** What an earlier execution left there says nothing about this one. */
    private StageItem notReached(PipelineSnapshot pipeline, StageSnapshot stage, String place) {
        boolean over = pipeline.latest().map(latest -> latest.status().isOver()).orElse(true);
        var words = new Words(State.NOT_STARTED, over ? "Didn’t run" : "Not started");
        var link = action(stage).map(action -> Providers.link(action, null)).filter(text -> !text.isEmpty());
        return item(stage, words, "", link.map(text -> "last: " + text).orElse(""), -1, List.of(), place + ", " + words.word().toLowerCase(Locale.ROOT));
    }

    private StageItem item(
            StageSnapshot stage, Words words, String took, String link, double progress, List<ConditionItem> conditions,
            String spoken) {
        var action = action(stage).orElse(null);
        var expected = usual.get().get(stage.name());
        return new StageItem(
                stage.name(),
                words.state(),
                words.word(),
                took,
                expected == null ? "" : "usually " + Format.minutes(expected),
                action == null ? "" : Providers.title(action),
                link,
                action == null ? null : target(action),
                progress,
                stage.inbound().enabled(),
                stage.inboundExecutionId() == null ? "" : Words.start(stage.inboundExecutionId(), 8) + " waits",
                conditions,
                stage.name() + ", " + spoken + (expected == null ? "" : ", usually " + Format.spoken(expected))
                        + conditions.stream().map(each -> ", " + each.words()).collect(Collectors.joining()));
    }

    private static List<ConditionItem> conditions(StageSnapshot stage) {
        return stage.conditions().stream()
                .map(condition -> new ConditionItem(
                        Words.of(condition.status()).state(),
                        condition.when().title() + " " + condition.words(),
                        condition.rules().stream().map(StageItems::rule).collect(Collectors.joining("\n"))))
                .toList();
    }

    private static String rule(Rule rule) {
        var said = rule.failure() == null ? rule.summary() : rule.failure().message();
        return rule.name() + ", " + Words.of(rule.status()).word().toLowerCase(Locale.ROOT) + (said.isEmpty() ? "" : ": " + said);
    }

    private static Optional<ActionSnapshot> action(StageSnapshot stage) {
        return stage.actions().stream().findFirst();
    }

    private @Nullable Target target(ActionSnapshot action) {
        var id = action.revisionId() != null ? action.revisionId() : action.externalId();
        return id == null ? null : new Target(id, practice ? null : action.externalUrl());
    }
}
