package companion.desktop.cleanup;

import companion.desktop.component.FilterField;
import companion.desktop.context.AppContext;
import companion.desktop.cost.CostMeter;
import companion.desktop.fx.Background;
import companion.desktop.fx.Fxml;
import companion.desktop.status.StatusBadge;
import companion.desktop.text.Format;
import companion.workshop.LedgerEntry;
import companion.workshop.SessionState;
import companion.workshop.SessionState.CleanUpState.Phase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Separator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The clean-up screen: the ledger, what can be done, the proof, and what it cost. */
public final class CleanUpController {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final AppContext context;
    private final Node node;
    private final CostMeter meter = new CostMeter();
    private @Nullable CleanUpModel model;
    private List<Object> shown = List.of();
    private @Nullable Instant asked;
    private Runnable primary = () -> {};

    @FXML
    private StatusBadge badge;

    @FXML
    private Label progress;

    @FXML
    private Label price;

    @FXML
    private Label was;

    @FXML
    private Label count;

    @FXML
    private Label when;

    @FXML
    private FilterField filter;

    @FXML
    private ListView<LedgerLine> ledger;

    @FXML
    private BorderPane body;

    @FXML
    private StackPane sideHolder;

    @FXML
    private VBox side;

    @FXML
    private Separator rule;

    public CleanUpController(AppContext context) {
        this.context = context;
        this.node = Fxml.load(this, "cleanup.fxml");
        ledger.setCellFactory(list -> new LedgerCell(context.zone()));
        filter.text().subscribe(this::list);
    }

    public Node node() {
        return node;
    }

    /**
     * Leaves out columns, and puts the cards above the ledger, where there is no room beside it.
     *
     * @param width of the window in px at the usual size of type
     */
    public void fit(double width) {
        boolean tight = width < 900;
        node.pseudoClassStateChanged(NARROW, width < 1280);
        node.pseudoClassStateChanged(SMALL, width < 1100);
        node.pseudoClassStateChanged(TIGHT, tight);
        body.setTop(null);
        body.setRight(null);
        if (tight) {
            body.setTop(sideHolder);
        } else {
            body.setRight(sideHolder);
        }
        shown(was, width >= 1100);
    }

    private static void shown(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    /** Shows a state of the session. */
    public void show(SessionState session) {
        var next = CleanUpModel.of(session);
        if (next.phase() == Phase.DONE && (model == null || model.phase() != Phase.DONE)) {
            asked = context.time().instant();
        }
        model = next;
        badge.show(next.state(), next.badge());
        count.setText(Format.count(next.all(), "resource"));
        progress.setText(next.gone() == 0 ? "" : next.gone() + " of " + next.all() + " gone" + in(session.ledger()));
        when.setText(next.gone() == 0 ? "Since" : next.gone() == next.all() ? "Gone at" : "At");
        price.setText(Format.perHour(context.connection().isPractice() ? BigDecimal.ZERO : next.running()));
        was.setText(before(session, next));
        shown(rule, next.gone() > 0);
        list();
        cards(session, next);
    }

    private static String in(List<LedgerEntry> ledger) {
        var times = ledger.stream()
                .filter(entry -> entry.state() == LedgerEntry.State.GONE)
                .map(LedgerEntry::since)
                .sorted()
                .toList();
        var took = Duration.between(times.getFirst(), times.getLast());
        return took.isZero() ? "" : " in " + Format.minutes(took);
    }

    private String before(SessionState session, CleanUpModel now) {
        var listed = session.ledger().stream().map(LedgerEntry::hourlyCost).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (context.connection().isPractice()) {
            return now.running().signum() == 0 ? "" : "on AWS " + Format.perHour(now.running());
        }
        var last = session.ledger().stream()
                .filter(entry -> entry.hourlyCost().signum() > 0 && entry.state() == LedgerEntry.State.GONE)
                .map(LedgerEntry::since)
                .max(Instant::compareTo);
        return now.running().signum() == 0 && last.isPresent()
                ? "was " + Format.perHour(listed) + " until " + Format.time(last.get(), context.zone())
                : "";
    }

    private void list() {
        var now = model;
        if (now == null) {
            return;
        }
        var words = now.all() == 0
                ? "Nothing was created, so there is nothing to clean up."
                : "No match. Esc clears the filter.";
        var placeholder = new Label(words);
        placeholder.getStyleClass().add("muted");
        ledger.setPlaceholder(placeholder);
        ledger.getItems().setAll(LedgerLine.of(now, filter.text().getValue()));
    }

    /** Rebuilds the cards only if they would differ, so that a question that is open stays open. */
    private void cards(SessionState session, CleanUpModel now) {
        var cost = meter.read(session.ledger(), context.time().instant());
        List<Object> next = List.of(now.phase(), now.gone(), now.all(), now.proof(), String.valueOf(now.problem()));
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        var cards = new ArrayList<Node>();
        var first = first(session, now);
        primary = first.primary();
        cards.add(first.node());
        if (now.all() > 0) {
            cards.add(CleanUpCards.cost(cost, context.connection()));
            cards.add(CleanUpCards.leftOnPurpose(now.leftOnPurpose()));
        }
        side.getChildren().setAll(cards);
    }

    private CleanUpCards.Card first(SessionState session, CleanUpModel now) {
        var problem = now.problem();
        if (problem != null) {
            return CleanUpCards.stopped(problem, context.session()::cleanUp);
        }
        return switch (now.phase()) {
            case NOT_STARTED, FAILED -> CleanUpCards.remove(now, context.connection(), context.session()::cleanUp);
            case RUNNING, PROVING -> CleanUpCards.removing(now, doing(session, now), context.session()::stopAfterStep);
            case DONE -> new CleanUpCards.Card(
                    new ProofCard(now.proof(), askedAt(), this::save, context.session()::prove), this::save);
        };
    }

    private static String doing(SessionState session, CleanUpModel now) {
        if (now.phase() == Phase.PROVING) {
            return "Asking AWS what is left";
        }
        return session.ledger().stream()
                .filter(entry -> entry.state() == LedgerEntry.State.DELETING)
                .findFirst()
                .map(entry -> "Deleting " + entry.type() + " " + entry.name())
                .orElse("Starting");
    }

    private String askedAt() {
        return asked == null ? "" : "asked AWS again at " + Format.time(asked, context.zone());
    }

    private void save() {
        var now = model;
        var chooser = new FileChooser();
        chooser.setTitle("Save the proof");
        chooser.setInitialFileName("clean-up-proof.txt");
        var file = chooser.showSaveDialog(node.getScene().getWindow());
        if (file != null && now != null) {
            var text = ProofCard.text(now.proof(), "Clean up of " + context.connection().named() + ", " + askedAt());
            Background.run("save", () -> write(file.toPath(), text));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            LoggerFactory.getLogger(CleanUpController.class).warn("Cannot save the proof: {}", e.toString());
        }
    }

    public void filter() {
        filter.enter();
    }

    /** Does what the primary button of the first card does. */
    public void primary() {
        primary.run();
    }

    public void focus() {
        ledger.requestFocus();
    }
}
