package companion.desktop.live.why;

import companion.desktop.status.State;
import companion.desktop.text.Format;
import companion.monitor.why.Why;
import companion.monitor.why.Why.Field;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a release failed, as the card shows it.
 *
 * @param about in Markdown: AWS's codes as code
 * @param what the command, hook, task or target that failed; empty if AWS names none
 * @param source where what failed is written, or null
 * @param cause in Markdown; empty if none is known
 * @param field the setting that is wrong, or null
 * @param evidence what the services said; only what the card shows
 * @param operations the calls that the next steps name, in order
 * @param note what a press of a button would not change; empty if nothing
 * @param details all of it as a text to paste
 */
record WhyModel(
        State state,
        String headline,
        String about,
        String what,
        String how,
        Why.@Nullable Source source,
        List<Line> log,
        String cause,
        Why.@Nullable Field field,
        List<Why.Step> next,
        List<Evidence> evidence,
        List<String> ruledOut,
        List<String> operations,
        String note,
        String details) {
    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9_]{3,}\\b");
    private static final Pattern AGENT = Pattern.compile("^\\[Container] \\S+ \\S+ ");
    private static final String RETRY = "RetryStageExecution";

    WhyModel {
        log = List.copyOf(log);
        next = List.copyOf(next);
        evidence = List.copyOf(evidence);
        ruledOut = List.copyOf(ruledOut);
        operations = List.copyOf(operations);
    }

    /** @param time empty for a line that a command wrote itself */
    record Line(String number, String time, String text, boolean failed) {}

    record Evidence(String source, String time, String text) {}

    static WhyModel of(Why why, ZoneId zone) {
        boolean plain = why.kind() == Why.Kind.FAILED;
        var failed = why.failed();
        var operations = why.next().stream().map(Why.Step::operation).filter(each -> !each.isEmpty()).distinct().toList();
        boolean inVain = why.cause() != null && why.cause().field() != null && operations.contains(RETRY);
        return new WhyModel(
                switch (why.kind()) {
                    case FAILED -> State.FAILED;
                    case ROLLED_BACK -> State.ROLLED_BACK;
                    case TRAP -> State.WARNING;
                },
                why.headline(),
                CODE.matcher(why.about()).replaceAll("`$0`"),
                failed == null ? "" : failed.what(),
                failed == null ? "" : failed.how(),
                failed == null ? null : failed.source(),
                lines(why.log(), zone),
                why.cause() == null ? "" : why.cause().text(),
                why.cause() == null ? null : why.cause().field(),
                why.next(),
                plain && why.cause() != null ? List.of() : evidence(why, zone),
                why.ruledOut(),
                operations,
                inVain ? "A retry alone would fail the same way." : "",
                details(why, zone));
    }

    private static List<Line> lines(List<Why.LogLine> log, ZoneId zone) {
        boolean marked = log.stream().anyMatch(line -> AGENT.matcher(line.text()).find());
        return log.stream()
                .map(line -> {
                    var matcher = AGENT.matcher(line.text());
                    boolean agent = matcher.find();
                    return new Line(
                            Integer.toString(line.number()),
                            agent || !marked ? Format.time(line.at(), zone) : "",
                            agent ? line.text().substring(matcher.end()) : line.text(),
                            line.failed());
                })
                .toList();
    }

    private static List<Evidence> evidence(Why why, ZoneId zone) {
        return why.evidence().stream()
                .map(each -> new Evidence(
                        each.source(), each.at() == null ? "" : Format.time(each.at(), zone), each.text()))
                .toList();
    }

    private static String details(Why why, ZoneId zone) {
        var text = new StringBuilder(why.headline()).append('\n').append(why.about()).append('\n');
        if (why.failed() != null) {
            text.append("\nWhat failed: ").append(why.failed().what()).append(", ").append(why.failed().how())
                    .append(why.failed().source() == null ? "" : ", " + words(why.failed().source())).append('\n');
        }
        if (!why.log().isEmpty()) {
            text.append("\nIn the log:\n");
            why.log().forEach(line -> text.append(line.number()).append(' ').append(line.text()).append('\n'));
        }
        text.append("\nLikely cause: ").append(why.cause() == null ? "not known" : why.cause().text()).append('\n');
        if (why.cause() != null && why.cause().field() != null) {
            var field = why.cause().field();
            text.append(field.name()).append(": expected ").append(field.expected())
                    .append(", found ").append(field.found()).append('\n');
        }
        evidence(why, zone).forEach(each -> text.append(each.source()).append(' ').append(each.time()).append(": ")
                .append(each.text()).append('\n'));
        int number = 1;
        for (var step : why.next()) {
            text.append(number++).append(". ").append(step.text())
                    .append(step.operation().isEmpty() ? "" : " (" + step.operation() + ")").append('\n');
        }
        return text.toString();
    }

    /** {@code buildspec.yaml, line 16}. */
    static String words(Why.Source source) {
        return source.file() + ", line " + source.line();
    }

    /** The card as one sentence, the headline first. */
    String spoken() {
        var plain = about.replace("`", "");
        var said = new StringBuilder(headline).append(". ").append(plain).append(". ");
        if (!what.isEmpty()) {
            said.append("What failed: ").append(what).append(source == null ? "" : " in " + words(source)).append(". ");
        }
        said.append(cause.isEmpty() ? "No known cause. " : "Likely cause: " + cause.replace("`", "").replace("*", "") + " ");
        next.stream().findFirst().ifPresent(step -> said.append("Do next: ").append(step.text()).append('.'));
        return said.toString().strip();
    }
}
