package companion.desktop.live;

import companion.desktop.component.CardNote;
import companion.desktop.component.Repeated;
import companion.desktop.live.LiveModel.Head;
import companion.desktop.live.LiveModel.Piece;
import companion.desktop.live.LiveModel.Remark;
import companion.desktop.status.State;
import companion.desktop.status.StatusBadge;
import companion.monitor.snapshot.ReleaseSnapshot.Unread;
import companion.monitor.watch.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The head of the view: which release, how it is, when it was read, and what could not be read or was refused. */
final class LiveHead {
    private static final String NO_RELEASE = "No release yet. Push a commit to start one.";

    private final Label title;
    private final StatusBadge badge;
    private final Label asOf;
    private final FlowPane about;
    private final VBox remarks;
    private final StackPane nothing;
    private final Repeated<Piece, Label> pieces = new Repeated<>(Label::new, LiveHead::paint);
    private final Repeated<Remark, RemarkLine> lines = new Repeated<>(RemarkLine::new, RemarkLine::show);

    LiveHead(Label title, StatusBadge badge, Label asOf, FlowPane about, VBox remarks, StackPane nothing) {
        this.title = title;
        this.badge = badge;
        this.asOf = asOf;
        this.about = about;
        this.remarks = remarks;
        this.nothing = nothing;
    }

    /**
     * @param then whether it is a moment that was
     * @param refusal what AWS refused last, or null
     */
    void show(Head head, boolean then, List<Remark> read, @Nullable String refusal) {
        title.setText(head.pipeline());
        badge(head.state(), head.word());
        asOf.setText(head.asOf());
        asOf.getStyleClass().setAll("label", "small", then ? "viewing" : "muted");
        pieces.show(head.about(), about);
        remarks(read, refusal);
    }

    /** There is no release, or it was not read yet, or cannot be. */
    void showNothing(@Nullable Release now, @Nullable String refusal) {
        title.setText("Live view");
        var unread = now == null ? Optional.<Unread>empty() : now.snapshot().unread().stream().findFirst();
        // Whether something runs is only known once it was read.
        badge(unread.isPresent() ? State.STALE : State.NOT_STARTED, unread.isPresent() ? "Unknown" : "Not started");
        badge.setVisible(now != null);
        asOf.setText("");
        pieces.show(List.of(), about);
        remarks(List.of(), refusal);
        var note = now == null
                ? CardNote.loading()
                : unread.map(each -> CardNote.error(LiveModels.answer(each) + " " + LiveModels.remedy(each)))
                        .orElseGet(() -> CardNote.empty(NO_RELEASE));
        boolean same = !nothing.getChildren().isEmpty()
                && note.getAccessibleText().equals(nothing.getChildren().getFirst().getAccessibleText());
        if (!same) {
            nothing.getChildren().setAll(note);
        }
    }

    private void badge(State state, String word) {
        badge.show(state, word);
        badge.setVisible(true);
    }

    private void remarks(List<Remark> read, @Nullable String refusal) {
        var all = new ArrayList<Remark>();
        if (refusal != null) {
            all.add(new Remark(State.FAILED, refusal));
        }
        all.addAll(read);
        lines.show(all, remarks);
        remarks.setVisible(!all.isEmpty());
        remarks.setManaged(!all.isEmpty());
    }

    private static void paint(Label label, Piece piece) {
        label.getStyleClass().setAll("label", "small", piece.code() ? "mono" : "words");
        label.setText(piece.text());
    }

    void turn(boolean on) {
        badge.glyph().turn(on && badge.glyph().getState() == State.RUNNING);
    }
}
