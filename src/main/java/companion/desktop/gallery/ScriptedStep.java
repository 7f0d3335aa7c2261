package companion.desktop.gallery;

import companion.workshop.Call;
import companion.workshop.Check;
import companion.workshop.Output;
import companion.workshop.Progress;
import companion.workshop.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** A step whose outcome is written down. */
record ScriptedStep(
        String id,
        String title,
        String service,
        String operation,
        List<Call> plan,
        Check.Found found,
        Duration took,
        String progress,
        BigDecimal hourlyCost,
        boolean checkOnly)
        implements Step {

    static ScriptedStep of(Script script) {
        var call = new Call(
                script.text("service"),
                script.text("operation"),
                script.text("cli"),
                script.has("sdk") ? script.text("sdk") : null,
                script.has("cfn") ? script.text("cfn") : null);
        var outputs = script.rows("outputs").stream()
                .map(row -> new Output(row.get(0), row.get(1), Output.Kind.valueOf(row.get(2))))
                .toList();
        return new ScriptedStep(
                script.text("id"),
                script.text("title"),
                script.text("service"),
                script.text("operation"),
                List.of(call),
                new Check.Found(script.text("found"), outputs),
                Duration.ofMillis(Math.round(script.number("took") * 1000)),
                script.text("progress"),
                script.has("cost") ? new BigDecimal(script.text("cost")) : BigDecimal.ZERO,
                script.has("checkOnly"));
    }

    @Override
    public Check check() {
        return found;
    }

    @Override
    public void run(Progress reports) {
        reports.report(progress);
    }
}
