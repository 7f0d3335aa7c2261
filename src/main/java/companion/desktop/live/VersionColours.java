package companion.desktop.live;

import companion.desktop.live.LiveModel.Tile;
import companion.monitor.snapshot.TaskSetSnapshot;
import companion.monitor.snapshot.TaskSetSnapshot.Colour;
import companion.monitor.snapshot.Visit;
import companion.monitor.watch.Release;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which version that visitors get belongs to Blue and which to Green. AWS does not know versions, so it is learned: Blue is
 * what was served when a release began, and a version that appears while it runs is Green.
 */
final class VersionColours {
    private String release = "";
    private String blue = "";
    private String green = "";
    private @Nullable Instant moved;
    private @Nullable Instant learned;

    /** Takes note of what is being released and of what visitors got. */
    void learn(Release now) {
        int toGreen = now.snapshot().taskSet(Colour.GREEN).map(TaskSetSnapshot::routed).orElse(0);
        var key = key(now);
        var served = served(now.visits());
        if (!key.equals(release) && toGreen == 0 && !served.isEmpty()) {
            // What visitors got before is no part of this release; but one who comes late knows nothing of before.
            learned = blue.isEmpty() && green.isEmpty() ? null : now.visits().getLast().at();
            blue = served;
            green = "";
        }
        if (!key.equals(release) || toGreen < 100) {
            moved = null;
        } else if (moved == null) {
            moved = now.snapshot().asOf();
        }
        release = key;
        if (blue.isEmpty() && green.isEmpty()) {
            comeLate(now.visits(), toGreen);
        }
        for (var visit : now.visits()) {
            if (learned == null || visit.at().isAfter(learned)) {
                learn(visit.version());
                learned = visit.at();
            }
        }
    }

    /** One who looks first while traffic moves, or has moved, tells the versions apart by how many get them. */
    private void comeLate(List<Visit> visits, int toGreen) {
        if (toGreen == 100) {
            green = served(visits);
        } else {
            visits.stream()
                    .map(Visit::version)
                    .filter(version -> !version.isEmpty())
                    .collect(Collectors.groupingBy(version -> version, TreeMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .ifPresent(most -> {
                        blue = toGreen < 50 ? most : "";
                        green = toGreen < 50 ? "" : most;
                    });
        }
    }

    /** Changes whenever another release or another deployment of it begins. */
    private static String key(Release now) {
        var snapshot = now.snapshot();
        var execution = snapshot.pipeline() == null
                ? ""
                : snapshot.pipeline().latest().map(latest -> latest.id()).orElse("");
        return execution + " " + (snapshot.deployment() == null ? "" : snapshot.deployment().id());
    }

    private static String served(List<Visit> visits) {
        return visits.reversed().stream()
                .map(Visit::version)
                .filter(version -> !version.isEmpty())
                .findFirst()
                .orElse("");
    }

    private void learn(String version) {
        if (version.isEmpty() || version.equals(blue) || version.equals(green)) {
            return;
        }
        if (blue.isEmpty()) {
            blue = version;
        } else if (green.isEmpty()) {
            green = version;
        } else {
            blue = green;
            green = version;
        }
    }

    Tile tile(Visit visit) {
        if (visit.isDropped()) {
            var status = visit.status() == 0 ? "—" : Integer.toString(visit.status());
            return new Tile(status, Tile.Kind.ERROR, visit.isSlow());
        }
        var text = visit.version().isEmpty() ? Integer.toString(visit.status()) : visit.version();
        return new Tile(text, kind(visit), visit.isSlow());
    }

    private Tile.Kind kind(Visit visit) {
        var version = visit.version();
        if (version.isEmpty()) {
            return Tile.Kind.OTHER;
        }
        if (version.equals(green)) {
            return Tile.Kind.GREEN;
        }
        // The same version was released again: since all traffic moved, Green serves it.
        boolean again = green.isEmpty() && moved != null && !visit.at().isBefore(moved);
        return !version.equals(blue) ? Tile.Kind.OTHER : again ? Tile.Kind.GREEN : Tile.Kind.BLUE;
    }

    /** Percent of the answered visits that got Green. */
    int greenShare(List<Visit> visits) {
        long answered = visits.stream().filter(visit -> !visit.version().isEmpty()).count();
        long got = visits.stream().filter(visit -> kind(visit) == Tile.Kind.GREEN).count();
        return answered == 0 ? 0 : (int) Math.round(100.0 * got / answered);
    }

    /** {@code Last 60 visits: 14 v1, 46 v2, no errors}. */
    static String spoken(List<Tile> tiles) {
        var words = new StringBuilder("Last " + tiles.size() + " visits: ");
        tiles.stream()
                .filter(tile -> tile.kind() != Tile.Kind.ERROR)
                .map(Tile::text)
                .distinct()
                .forEach(text -> words.append(tiles.stream().filter(tile -> tile.text().equals(text)).count())
                        .append(' ').append(text).append(", "));
        long errors = tiles.stream().filter(tile -> tile.kind() == Tile.Kind.ERROR).count();
        return words.append(errors == 0 ? "no errors" : errors == 1 ? "1 error" : errors + " errors").toString();
    }
}
