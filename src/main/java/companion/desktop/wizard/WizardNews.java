package companion.desktop.wizard;

import companion.desktop.status.State;
import java.util.Locale;

/**
 * What is worth saying aloud when it changes: how the stage whose page is open is, and its step that runs or has trouble. How long
 * it has been running is not.
 */
final class WizardNews {
    private WizardNews() {}

    /** @return empty between two steps, where nothing new is to be said */
    static String of(WizardModel model) {
        var page = model.page();
        var words = new StringBuilder(page.stage().title()).append(' ').append(word(page));
        for (int i = 0; i < page.steps().size(); i++) {
            var step = page.steps().get(i);
            if (step.state() == State.RUNNING || step.isTrouble()) {
                words.append(", step ").append(i + 1).append(" of ").append(page.steps().size()).append(", ")
                        .append(step.step().title()).append(' ').append(step.word().toLowerCase(Locale.ROOT));
                return words.toString();
            }
        }
        if (page.state() == State.RUNNING) {
            return "";
        }
        model.stages().stream()
                .filter(stage -> !stage.selected() && stage.state() == State.RUNNING)
                .findFirst()
                .ifPresent(stage -> words.append(", ").append(stage.title()).append(" is running"));
        return words.toString();
    }

    /** The badge without the step, which is said with its name. */
    private static String word(StagePage page) {
        var badge = page.badge();
        int comma = badge.indexOf(',');
        return (comma < 0 ? badge : badge.substring(0, comma)).toLowerCase(Locale.ROOT);
    }
}
