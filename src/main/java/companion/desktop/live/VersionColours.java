package companion.desktop.live;

import companion.desktop.live.LiveModel.Tile;
import companion.monitor.Visit;
import java.util.List;

/**
 * Which version a visitor saw belongs to Blue and which to Green: a version that appears while another one was being served is
 * Green, and becomes Blue when the next one appears.
 */
final class VersionColours {
    private String blue = "";
    private String green = "";

    Tile tile(Visit visit) {
        if (visit.isDropped()) {
            return new Tile(visit.status() == 0 ? "—" : Integer.toString(visit.status()), Tile.Kind.ERROR, visit.isSlow());
        }
        learn(visit.version());
        var kind = visit.version().equals(green)
                ? Tile.Kind.GREEN
                : visit.version().equals(blue) ? Tile.Kind.BLUE : Tile.Kind.OTHER;
        return new Tile(visit.version().isEmpty() ? Integer.toString(visit.status()) : visit.version(), kind, visit.isSlow());
    }

    /** Percent of the answered visits that got Green. */
    int greenShare(List<Visit> visits) {
        visits.forEach(visit -> learn(visit.version()));
        long answered = visits.stream().filter(visit -> !visit.version().isEmpty()).count();
        long got = visits.stream().filter(visit -> !green.isEmpty() && visit.version().equals(green)).count();
        return answered == 0 ? 0 : (int) Math.round(100.0 * got / answered);
    }

    private void learn(String version) {
        if (version.isEmpty() || version.equals(blue) || version.equals(green)) {
            return;
        }
        if (blue.isEmpty()) {
            blue = version;
        } else {
            if (!green.isEmpty()) {
                blue = green;
            }
            green = version;
        }
    }
}
