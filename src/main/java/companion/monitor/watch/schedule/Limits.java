package companion.monitor.watch.schedule;

/**
 * How many requests an account and region may be asked.
 *
 * @param most a second, however much is watched
 * @param least a second, however little is
 * @param burst at once, after a rest
 */
public record Limits(double most, double least, int burst) {
    /**
     * A real account. AWS publishes no rates for CodePipeline, CodeBuild and CodeDeploy, and others share them: the account's
     * own scripts, its console, the pipelines' own actions.
     */
    public static final Limits REAL = new Limits(10, 0.1, 8);

    /** The practice cloud is on this machine and nobody else's. */
    public static final Limits PRACTICE = new Limits(500, 500, 500);
}
