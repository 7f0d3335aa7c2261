package companion.desktop.wall;

import companion.desktop.component.CardNote;
import java.time.Duration;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What stands in place of the tiles while there are none: that they are being read, that there are none, that none matches. */
final class WallNote {
    private static final String NO_MATCH = "No match. Esc clears the filter.";
    private static final String LOADING = "loading";
    private static final Duration LOADING_AFTER = Duration.ofMillis(300);

    private final Pane body;
    private final long opened = System.nanoTime();
    private @Nullable CardNote note;
    private String shown = "";

    WallNote(Pane body) {
        this.body = body;
    }

    /** @param regions that were read */
    void show(WallModel model, List<String> regions) {
        var next = words(model, regions);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        body.getChildren().remove(note);
        note = switch (next) {
            case "" -> null;
            case LOADING -> CardNote.loading();
            default -> CardNote.empty(next);
        };
        if (note != null) {
            note.setMaxHeight(Region.USE_PREF_SIZE);
            body.getChildren().add(note);
        }
    }

    private String words(WallModel model, List<String> regions) {
        if (!model.isKnown()) {
            return System.nanoTime() - opened >= LOADING_AFTER.toNanos() ? LOADING : "";
        }
        if (model.isEmpty()) {
            return "No pipeline in " + listed(regions) + ". Choose another region, or run the workshop.";
        }
        return model.sections().isEmpty() ? NO_MATCH : "";
    }

    /** {@code us-east-1}, {@code eu-west-1, us-east-1 or us-west-2}. */
    static String listed(List<String> regions) {
        int last = regions.size() - 1;
        return last < 1
                ? String.join("", regions)
                : String.join(", ", regions.subList(0, last)) + " or " + regions.get(last);
    }
}
