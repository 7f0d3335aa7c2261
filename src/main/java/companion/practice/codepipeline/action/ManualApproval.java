package companion.practice.codepipeline.action;

import companion.practice.world.Timer;
import companion.practice.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/** The manual approval action: waits until somebody answers, or until its time limit. */
final class ManualApproval implements ActionProvider {
    private static final Duration DEFAULT_LIMIT = Duration.ofDays(7);

    private final World world;
    private final Map<String, Waiting> byToken = new LinkedHashMap<>();

    private record Waiting(ActionRun.Outcome outcome, Timer limit) {}

    ManualApproval(World world) {
        this.world = world;
    }

    @Override
    public ActionTypeId type() {
        return ActionCatalog.type(ActionCategory.APPROVAL, "Manual");
    }

    @Override
    public Set<String> required() {
        return Set.of();
    }

    @Override
    public Set<String> optional() {
        return Set.of("NotificationArn", "CustomData", "ExternalEntityLink");
    }

    @Override
    public Artifacts artifacts() {
        return new Artifacts(0, 0, 0, 0);
    }

    @Override
    public Started start(ActionRun run, ActionRun.Outcome outcome) {
        var minutes = run.declaration().timeoutInMinutes();
        var limit = world.deadline(minutes == null ? DEFAULT_LIMIT : Duration.ofMinutes(minutes), () -> {
            byToken.remove(run.token());
            outcome.fail("JobFailed", "The approval action timed out.");
        });
        byToken.put(run.token(), new Waiting(outcome, limit));
        return () -> {
            byToken.remove(run.token());
            limit.cancel();
        };
    }

    /** Answers the approval with that token; false if none waits under it. */
    boolean answer(String token, boolean approved, String summary) {
        var waiting = byToken.remove(token);
        if (waiting == null) {
            return false;
        }
        waiting.limit().cancel();
        if (approved) {
            waiting.outcome().succeed(summary);
        } else {
            waiting.outcome().fail("JobFailed", summary.isEmpty() ? "Rejected" : summary);
        }
        return true;
    }
}
