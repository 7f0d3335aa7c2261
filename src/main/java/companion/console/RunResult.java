package companion.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.workshop.SessionState.StageState;
import companion.workshop.StageStatus;
import companion.workshops.shared.Page;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a run came to, for stdout. */
final class RunResult {
    private final String workshop;
    private final List<Line> stages = new ArrayList<>();
    private @Nullable String externalUrl;
    private @Nullable Page before;
    private @Nullable Page after;
    private List<String> remaining = List.of();

    RunResult(String workshop) {
        this.workshop = workshop;
    }

    private record Line(String id, String status, Duration took) {}

    void stage(StageState stage) {
        stages.add(new Line(stage.stage().id(), word(stage.status()), stage.took()));
    }

    void cleanUp(boolean done, Duration took) {
        stages.add(new Line("clean-up", done ? "done" : "failed", took));
    }

    void before(String url, Page page) {
        externalUrl = url;
        before = page;
    }

    void after(Page page) {
        after = page;
    }

    void remaining(List<String> names) {
        remaining = List.copyOf(names);
    }

    private static String word(StageStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    ObjectNode json() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("workshop", workshop);
        node.put("externalUrl", externalUrl);
        var list = node.putArray("stages");
        for (var stage : stages) {
            list.addObject()
                    .put("id", stage.id)
                    .put("status", stage.status)
                    .put("seconds", stage.took.toMillis() / 1000.0);
        }
        node.putObject("pages")
                .put("before", before == null ? null : before.body())
                .put("after", after == null ? null : after.body());
        var left = node.putArray("remaining");
        remaining.forEach(left::add);
        return node;
    }

    void print(PrintStream out) {
        out.println("workshop   " + workshop);
        if (externalUrl != null) {
            out.println("page       " + externalUrl);
        }
        print(out, "before     ", before);
        print(out, "after      ", after);
        out.println("remaining  " + (remaining.isEmpty() ? "nothing" : String.join(", ", remaining)));
    }

    private static void print(PrintStream out, String label, @Nullable Page page) {
        if (page != null) {
            out.println(label + page.version().orElse("status " + page.status()));
        }
    }
}
