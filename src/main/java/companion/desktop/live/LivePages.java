package companion.desktop.live;

import companion.desktop.context.AppContext;
import companion.desktop.fx.Focus;
import companion.desktop.fx.FxThread;
import companion.desktop.live.act.ActsPanel;
import companion.desktop.live.act.Pilot;
import companion.desktop.live.act.RollbackTargets;
import companion.desktop.live.history.HistoryPage;
import companion.desktop.live.log.LogCard;
import companion.desktop.text.Format;
import companion.monitor.act.Act;
import companion.monitor.watch.Release;
import companion.monitor.why.Why;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What stands below the stages: the release, or why it failed, or the executions before it; and above that all that can be done,
 * if somebody wants to see it. A failure is explained by itself once.
 */
final class LivePages {
    private final LiveFeed feed;
    private final AppContext context;
    private final Rewind rewind;
    private final Runnable repaint;
    private final StackPane pages;
    private final ReleasePage page;
    private final WhyPage whyPage;
    private final HistoryPage history;
    private final WhyNotice notice;
    private final ActsPanel panel;
    private Optional<Why> why = Optional.empty();
    /** The failure that was shown by itself, so that it is not shown again after somebody has left it. */
    private Optional<String> told = Optional.empty();
    private Open open = Open.RELEASE;

    private enum Open {
        RELEASE,
        WHY,
        HISTORY
    }

    /**
     * @param body into which the notice and the acts go, above the pages
     * @param repaint shows the release again, after another page was opened
     */
    LivePages(
            VBox body, StackPane pages, Pilot pilot, AppContext context, LiveFeed feed, Rewind rewind,
            TimelineCard.Travel travel, Consumer<Instant> jump, Runnable repaint) {
        this.pages = pages;
        this.context = context;
        this.feed = feed;
        this.rewind = rewind;
        this.repaint = repaint;
        page = new ReleasePage(pilot, context, jump, travel);
        whyPage = new WhyPage(pilot, context.zone(), new ConsoleLink(context), this::toggleWhy);
        history = new HistoryPage(feed::history, context.time(), context.zone(), () -> open(Open.RELEASE));
        notice = new WhyNotice(() -> open(Open.WHY));
        panel = new ActsPanel(
                pilot,
                context.zone(),
                new RollbackTargets((stage, found) -> feed.history().succeededIn(stage, FxThread.latest(found))),
                () -> act(false));
        body.getChildren().addAll(body.getChildren().indexOf(pages), List.of(panel, notice));
        shown(panel, false);
        pages.getChildren().setAll(page);
    }

    void show(Release now, Instant time, LiveModel model, List<Act> possible, boolean still) {
        why = feed.why(now);
        var failed = why.filter(each -> each.kind() != Why.Kind.TRAP).map(each -> execution(now));
        boolean present = rewind.viewing().isEmpty();
        if (present && failed.isPresent() && !failed.equals(told) && open == Open.RELEASE) {
            open = Open.WHY;
        }
        told = present && failed.isPresent() ? failed : told;
        if (open == Open.WHY && why.isEmpty()) {
            open = Open.RELEASE;
        }
        notice.show(open == Open.WHY ? Optional.empty() : why);
        if (panel.isVisible()) {
            panel.show(now.snapshot());
        }
        switch (open) {
            case RELEASE -> page.show(
                    model, now, possible, still,
                    rewind.viewing().map(at -> Format.time(at, context.zone())).orElse(""), rewind.canGoBack());
            case WHY -> why.ifPresent(each -> whyPage.show(each, model, now, time, possible));
            case HISTORY -> {
                // It shows what was, and is read when somebody asks for it.
            }
        }
        Node wanted = switch (open) {
            case RELEASE -> page;
            case WHY -> whyPage;
            case HISTORY -> history;
        };
        if (!pages.getChildren().contains(wanted)) {
            pages.getChildren().setAll(wanted);
        }
    }

    /** Another pipeline is watched from now on. */
    void anew() {
        told = Optional.empty();
        open = Open.RELEASE;
    }

    private static String execution(Release release) {
        var pipeline = release.snapshot().pipeline();
        return pipeline == null
                ? ""
                : pipeline.latest().map(latest -> latest.id() + latest.status()).orElse("");
    }

    private void open(Open next) {
        open = next;
        repaint.run();
    }

    /** Shows why the release failed, if it did, or the release again. */
    void toggleWhy() {
        open(open == Open.WHY || why.isEmpty() ? Open.RELEASE : Open.WHY);
    }

    /** Shows the executions, or the release again. */
    void toggleHistory() {
        if (open == Open.HISTORY) {
            open(Open.RELEASE);
        } else {
            open(Open.HISTORY);
            history.read();
            history.enter();
        }
    }

    HistoryPage history() {
        return history;
    }

    /** Leaves what explains the present, since another moment is looked at. */
    void travelled() {
        if (rewind.viewing().isPresent()) {
            open = Open.RELEASE;
        }
        repaint.run();
    }

    /** Shows the release with its log. */
    LogCard log() {
        if (open != Open.RELEASE) {
            open(Open.RELEASE);
        }
        return page.log();
    }

    /** Whether the keyboard is on the log, or on the executions. */
    boolean isListFocused() {
        return page.log().isFocusedWithin() || Focus.isWithin(history);
    }

    void toggleActs() {
        act(!panel.isVisible());
    }

    /** Shows what can be done to a stage. */
    void actOn(String stage) {
        act(true);
        panel.choose(stage);
    }

    private void act(boolean on) {
        shown(panel, on);
        repaint.run();
        if (on) {
            panel.enter();
        } else {
            pages.getParent().requestFocus();
        }
    }

    void primary() {
        switch (open) {
            case RELEASE -> page.primary();
            case WHY -> whyPage.primary();
            case HISTORY -> {
                // Nothing is done there.
            }
        }
    }

    /** Why there is nothing to press; empty if there is. */
    String blocked() {
        return switch (open) {
            case RELEASE -> page.isWaiting() ? "" : "The release waits for nobody.";
            case WHY -> whyPage.blocked();
            case HISTORY -> "Executions are only looked at.";
        };
    }

    /** Opens the calls behind what can be done now. */
    void showCall() {
        if (open == Open.WHY) {
            whyPage.showCalls();
        } else {
            page.showCall();
        }
    }

    void arrange(boolean wide) {
        page.arrange(wide);
        whyPage.arrange(wide);
        history.arrange(wide);
    }

    void turn(boolean on) {
        page.turn(on);
    }

    private static void shown(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
