package companion.desktop.live;

import companion.monitor.snapshot.BuildSnapshot;
import companion.monitor.snapshot.PipelineSnapshot.ActionSnapshot;
import org.jspecify.annotations.Nullable;

/** How an action's provider reads on a stage card. */
final class Providers {
    private Providers() {}

    static String title(ActionSnapshot action) {
        var name = switch (action.provider()) {
            case "CodeDeployToECS" -> "Amazon ECS (Blue/Green)";
            case "ECS" -> "Amazon ECS";
            case "Manual" -> "Manual approval";
            default -> action.provider();
        };
        boolean own = action.about().isEmpty() || action.provider().equals("CodeDeployToECS");
        return own ? name : name + ", " + action.about();
    }

    /**
     * The commit, the build or the deployment.
     *
     * @param build which knows its number, if it is this one
     */
    static String link(ActionSnapshot action, @Nullable BuildSnapshot build) {
        if (action.revisionId() != null) {
            return Words.start(action.revisionId(), 7);
        }
        var id = action.externalId();
        if (id == null) {
            return "";
        }
        if (build != null && build.number() > 0 && build.id().equals(id)) {
            return "build " + build.number();
        }
        int colon = id.indexOf(':');
        return colon < 0 ? id : "build " + Words.start(id.substring(colon + 1), 8);
    }
}
