package companion.monitor.snapshot;

/**
 * A part of a release that can be read for itself, at its own pace. Each costs requests of its own; in brackets how many at
 * most once everything that stays the same is known.
 */
public enum Part {
    /** The pipeline's state, and its executions when that changed (1, 2 more after a change). */
    PIPELINE("Pipeline"),
    /** The build's phases (1; none once it is over). */
    BUILD("Build"),
    /** The deployment with its lifecycle events (2; none once it is over). */
    DEPLOYMENT("Deployment"),
    /** The service, its task sets or deployments, and its tasks (1, 2 more while tasks come and go). */
    SERVICE("Service"),
    /** Where the listener sends visitors, and how the targets are (1 and 1 for each target group in use). */
    HEALTH("Health");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
