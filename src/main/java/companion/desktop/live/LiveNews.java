package companion.desktop.live;

import companion.desktop.status.State;
import java.util.Locale;

/** What is worth saying aloud when it changes: how the release is, and where it stands. A countdown is not. */
final class LiveNews {
    private LiveNews() {}

    static String of(LiveModel model) {
        var words = new StringBuilder(model.head().pipeline()).append(' ').append(model.head().word().toLowerCase(Locale.ROOT));
        model.stages().stream()
                .filter(stage -> stage.state() != State.OK && stage.state() != State.NOT_STARTED)
                .findFirst()
                .ifPresent(stage -> words.append(", ").append(stage.name()).append(' ')
                        .append(stage.word().toLowerCase(Locale.ROOT)));
        model.track().stream()
                .filter(LiveModel.TrackStop::current)
                .findFirst()
                .ifPresent(stop -> words.append(", ").append(stop.name()));
        return words.toString();
    }
}
