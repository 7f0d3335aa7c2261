package companion.desktop.wall;

import companion.desktop.component.Segmented;
import companion.desktop.status.StatusGlyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The choice between all pipelines and those of one group, with their counts. */
final class StandingChoices {
    private StandingChoices() {}

    static List<Segmented.Choice<Optional<Standing>>> of() {
        var choices = new ArrayList<Segmented.Choice<Optional<Standing>>>();
        choices.add(new Segmented.Choice<>(Optional.empty(), "All", "All"));
        for (var standing : Standing.values()) {
            choices.add(new Segmented.Choice<>(Optional.of(standing), standing.title(), standing.title()));
        }
        return choices;
    }

    /** Puts the glyph of each group before its name. */
    static void sign(Segmented<Optional<Standing>> choices) {
        choices.getStyleClass().add("standings");
        for (var standing : Standing.values()) {
            choices.sign(Optional.of(standing), new StatusGlyph(14, standing.sign()));
        }
    }

    static void count(Segmented<Optional<Standing>> choices, Map<Standing, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        choices.name(Optional.empty(), "All " + all, "All, " + all);
        counts.forEach((standing, count) ->
                choices.name(Optional.of(standing), standing.title() + " " + count, standing.title() + ", " + count));
    }
}
