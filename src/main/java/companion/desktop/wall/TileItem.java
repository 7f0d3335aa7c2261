package companion.desktop.wall;

import companion.desktop.status.State;
import companion.monitor.snapshot.PipelineKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pipeline as its tile shows it. Nothing in it ticks, so an equal one needs no new picture.
 *
 * @param tag how its account is called
 * @param status in a few words: {@code Build failed}, {@code Deploy in progress}
 * @param reason AWS's own words for its trouble; empty without any
 * @param commit its first seven characters; empty if there is none
 * @param searched what the filter looks through, in lower case
 */
record TileItem(
        PipelineKey key,
        String tag,
        Standing standing,
        State state,
        String status,
        String reason,
        List<StageMark> stages,
        String commit,
        String message,
        Moments moments,
        boolean pinned,
        String searched) {
    TileItem {
        stages = List.copyOf(stages);
    }

    /** Whether it stands there with a line for the reason of its trouble. */
    boolean isInTrouble() {
        return standing == Standing.TROUBLE;
    }

    /** Whether its account's name says that it serves customers, which the tag shows. */
    boolean isProduction() {
        return tag.toLowerCase(Locale.ROOT).startsWith("prod");
    }

    TileItem pinned(boolean now) {
        return now == pinned
                ? this
                : new TileItem(key, tag, standing, state, status, reason, stages, commit, message, moments, now, searched);
    }

    /** Everything on it as one sentence, what matters most first. */
    String spoken(Instant now) {
        return Stream.of(
                        key.name(),
                        key.region(),
                        tag,
                        status,
                        moments.spokenAge(now),
                        reason,
                        commit.isEmpty() ? "" : "commit " + commit,
                        message,
                        moments.spokenLength(now),
                        pinned ? "pinned" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
