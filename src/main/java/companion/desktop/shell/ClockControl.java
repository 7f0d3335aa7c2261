package companion.desktop.shell;

import companion.desktop.component.Buttons;
import companion.desktop.component.Icon;
import companion.desktop.component.Segmented;
import companion.desktop.fx.Background;
import companion.desktop.fx.Pulse;
import companion.desktop.text.Format;
import companion.practice.PracticeClock;
import companion.practice.world.Speed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The practice cloud's clock: pause, speed, virtual time. */
final class ClockControl extends HBox {
    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
    private static final List<Segmented.Choice<Speed>> SPEEDS = List.of(
            new Segmented.Choice<>(Speed.REAL, "×1", "Real time"),
            new Segmented.Choice<>(new Speed(30), "×30", "30 times faster"),
            new Segmented.Choice<>(new Speed(300), "×300", "300 times faster"),
            new Segmented.Choice<>(Speed.INSTANT, "Instant", "Instant: no waiting at all"));

    private final PracticeClock clock;
    private final ZoneId zone;
    private final Button pause;
    private final Segmented<Speed> speeds;
    private final Label time = new Label();
    private final Label what = new Label();
    private final Pulse pulse = Pulse.every(Duration.ofMillis(250), this::tick);
    private Speed before = Speed.REAL;
    private Speed wanted;

    ClockControl(PracticeClock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        this.wanted = clock.speed();
        getStyleClass().add("clock");
        setAlignment(Pos.CENTER_LEFT);
        pause = Buttons.icon("Pause the practice clock", "mdi2p-pause", this::pause);
        speeds = new Segmented<>(SPEEDS, this::set);
        speeds.getStyleClass().add("small");
        speeds.setAccessibleText("Speed of the practice clock");
        time.getStyleClass().addAll("mono", "strong", "clock-time");
        what.getStyleClass().addAll("micro", "muted");
        var words = new VBox(time, what);
        words.getStyleClass().add("clock-words");
        words.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(pause, speeds, words);
        pulse.run(true);
        show();
    }

    /** Stops reading the clock. */
    void close() {
        pulse.run(false);
    }

    /** Pauses the clock, or lets it go on as before. */
    void pause() {
        if (wanted.isPaused()) {
            set(before);
        } else {
            before = wanted;
            set(Speed.PAUSED);
        }
    }

    /** @param by 1 for faster, -1 for slower */
    void change(int by) {
        var all = SPEEDS.stream().map(Segmented.Choice::value).toList();
        int now = all.indexOf(wanted);
        set(all.get(Math.clamp(now < 0 ? 0 : now + by, 0, all.size() - 1)));
    }

    /** Asks for a speed; the clock may have to wait for the cloud to be at rest, so not on this thread. */
    void set(Speed next) {
        wanted = next;
        show();
        Background.run("clock", () -> clock.setSpeed(next));
    }

    private void tick() {
        var speed = clock.speed();
        time.setText(Format.time(clock.now(), zone));
        if (!speed.equals(wanted) && !isHover()) {
            wanted = speed;
            show();
        }
    }

    private void show() {
        boolean paused = wanted.isPaused();
        time.setText(Format.time(clock.now(), zone));
        what.setText(paused ? "paused" : "virtual time");
        pause.setGraphic(new Icon(paused ? "mdi2p-play" : "mdi2p-pause"));
        Buttons.name(pause, paused ? "Let the practice clock go on" : "Pause the practice clock");
        speeds.show(paused ? null : wanted);
        pseudoClassStateChanged(PAUSED, paused);
    }
}
