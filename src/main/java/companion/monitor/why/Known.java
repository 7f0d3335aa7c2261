package companion.monitor.why;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A cause that can be told by what a service says. */
record Known(Pattern pattern, Function<MatchResult, Finding> finding) {
    static Known when(String regex, Function<MatchResult, Finding> finding) {
        return new Known(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), finding);
    }

    static Optional<Finding> first(List<Known> known, String text) {
        for (var each : known) {
            var matcher = each.pattern().matcher(text);
            if (matcher.find()) {
                return Optional.of(each.finding().apply(matcher.toMatchResult()));
            }
        }
        return Optional.empty();
    }
}
