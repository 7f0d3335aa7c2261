package companion.desktop.live;

import companion.monitor.PipelineSnapshot.ActionSnapshot;

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

    /** The commit, the build or the deployment. */
    static String link(ActionSnapshot action) {
        if (action.revisionId() != null) {
            return LiveModels.shortened(action.revisionId(), 7);
        }
        var id = action.externalId();
        if (id == null) {
            return "";
        }
        int colon = id.indexOf(':');
        return colon < 0 ? id : "build " + LiveModels.shortened(id.substring(colon + 1), 8);
    }
}
