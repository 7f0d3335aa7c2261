package companion.desktop.live;

import companion.desktop.live.act.Pilot;
import companion.desktop.live.why.PhasesCard;
import companion.desktop.live.why.PhasesModel;
import companion.desktop.live.why.RuledOutCard;
import companion.desktop.live.why.SourceLink;
import companion.desktop.live.why.WhyCard;
import companion.monitor.act.Act;
import companion.monitor.snapshot.Status;
import companion.monitor.watch.Release;
import companion.monitor.why.Why;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Why a release failed, with the build's phases and what visitors got meanwhile beside it. */
final class WhyPage extends VBox {
    private final WhyCard card;
    private final RuledOutCard ruledOut = new RuledOutCard();
    private final PhasesCard phases = new PhasesCard();
    private final MeanwhileCard meanwhile = new MeanwhileCard();
    private @Nullable Boolean beside;

    /** @param left shows the release again */
    WhyPage(Pilot pilot, ZoneId zone, SourceLink sources, Runnable left) {
        card = new WhyCard(pilot, zone, sources, left);
        getStyleClass().add("live-body");
        setMinWidth(0);
    }

    void show(Why why, LiveModel model, Release release, Instant now, List<Act> offered) {
        card.show(why, offered);
        ruledOut.show(why.ruledOut());
        var build = release.snapshot().build();
        // Of a build that went well they explain nothing.
        boolean built = build != null && !build.phases().isEmpty() && build.status() != Status.SUCCEEDED;
        phases.setVisible(built);
        phases.setManaged(built);
        if (build != null && built) {
            phases.show(PhasesModel.of(build, now));
        }
        meanwhile.show(Meanwhile.of(release), model.visitors().tiles(), model.visitors().spoken());
    }

    /** Side by side where there is room for it. */
    void arrange(boolean wide) {
        if (beside != null && beside == wide) {
            return;
        }
        beside = wide;
        var side = new VBox(phases, meanwhile);
        side.getStyleClass().addAll("live-body", "why-side");
        var main = new VBox(card, ruledOut);
        main.getStyleClass().add("live-body");
        main.setMinWidth(0);
        HBox.setHgrow(main, Priority.ALWAYS);
        if (wide) {
            var row = new HBox(main, side);
            row.getStyleClass().add("live-row");
            getChildren().setAll(row);
        } else {
            getChildren().setAll(main, side);
        }
    }

    void primary() {
        card.primary();
    }

    /** Why there is nothing to press; empty if there is. */
    String blocked() {
        return card.blocked();
    }

    /** Shows the calls behind the buttons. */
    void showCalls() {
        card.open(true);
    }
}
