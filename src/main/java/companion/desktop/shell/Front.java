package companion.desktop.shell;

import companion.desktop.fx.Focus;
import companion.desktop.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * What of the views is in front: the open one, and in a very wide window the live view beside the wizard. A view is told that it
 * is shown when it is, and that it is not when it no longer is; both once.
 */
final class Front {
    /** From this width on wizard and live view stand side by side, in px at the usual size of type. */
    private static final double ROOM_FOR_TWO = 1680;

    private final Map<ViewId, View> views;
    private final Pair pair = new Pair();
    private final List<View> shown = new ArrayList<>();
    private ViewId open = ViewId.STAGES;
    private boolean wide;

    Front(StackPane place, Map<ViewId, View> views) {
        this.views = views;
        place.getChildren().setAll(pair);
    }

    /** @param width of the window in px */
    void fit(double width, double em) {
        pair.em(em);
        boolean now = width * Appearance.USUAL_SIZE / em >= ROOM_FOR_TWO;
        if (now != wide) {
            boolean left = beside().filter(each -> Focus.isWithin(each.node())).isPresent();
            wide = now;
            place();
            if (left) {
                opened().focus();
            }
        }
    }

    /** @return whether another view was open before */
    boolean open(ViewId id) {
        boolean turned = open != id;
        open = id;
        place();
        return turned;
    }

    ViewId id() {
        return open;
    }

    /** The view that was opened. */
    View opened() {
        return Objects.requireNonNull(views.get(open));
    }

    /** Whether the wizard has the live view beside it, while it is in front. */
    boolean pairs() {
        return wide && views.containsKey(ViewId.LIVE);
    }

    /** The one beside it; empty if it is alone. */
    Optional<View> beside() {
        return Optional.ofNullable(pairs() && open == ViewId.STAGES ? views.get(ViewId.LIVE) : null);
    }

    /** The one that keys are for: where the keyboard is, or else the one that was opened. */
    View current() {
        return beside().filter(each -> Focus.isWithin(each.node())).orElseGet(this::opened);
    }

    private void place() {
        var now = new ArrayList<View>();
        now.add(opened());
        beside().ifPresent(now::add);
        shown.stream().filter(each -> !now.contains(each)).forEach(each -> each.shown(false));
        var other = beside().map(View::node);
        if (other.isPresent()) {
            pair.show(opened().node(), other.get());
        } else {
            pair.show(opened().node());
        }
        now.stream().filter(each -> !shown.contains(each)).forEach(each -> each.shown(true));
        shown.clear();
        shown.addAll(now);
    }

    /** Moves the keyboard to the next of these that takes it, or the one before. */
    static void next(List<Node> regions, boolean backwards) {
        int now = 0;
        for (int i = 0; i < regions.size(); i++) {
            now = Focus.isWithin(regions.get(i)) ? i : now;
        }
        for (int i = 1; i <= regions.size(); i++) {
            int next = Math.floorMod(now + (backwards ? -i : i), regions.size());
            if (Focus.enter(regions.get(next))) {
                return;
            }
        }
    }
}
