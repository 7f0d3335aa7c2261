package companion.console;

import companion.aws.Target;
import companion.console.ConnectionOptions.Choice;
import companion.monitor.watch.WatchedRegion;
import companion.workshops.Workspace;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The account and region that the options chose, to be watched and not to be changed. The practice cloud of the workspace is
 * started for it, if it is the one.
 *
 * @param practice null for a real account or another endpoint
 */
record WatchVenue(WatchedRegion region, @Nullable Practice practice) implements AutoCloseable {

    static WatchVenue open(ConnectionOptions options, Map<String, String> environment, Practice.Starter starter)
            throws IOException {
        return switch (options.choice(environment)) {
            case Choice.Practice() -> {
                var practice = start(options, starter);
                var target =
                        new Target.Practice(practice.endpoint(), StaticCredentialsProvider.create(practice.learner()));
                var name = options.region(environment).orElse(ConnectionOptions.DEFAULT_REGION);
                yield new WatchVenue(WatchedRegion.practice(target, name, practice.clock()::now), practice);
            }
            case Choice.Profile(var name) ->
                new WatchVenue(
                        WatchedRegion.real(
                                new Target.Profile(name.orElse(null)),
                                options.region(environment).orElseGet(() -> Venue.regionOf(name))),
                        null);
            case Choice.Endpoint(var url, var profile) ->
                new WatchVenue(
                        WatchedRegion.at(
                                new Target.Endpoint(url, profile.orElse(null)),
                                options.region(environment).orElse(ConnectionOptions.DEFAULT_REGION)),
                        null);
        };
    }

    private static Practice start(ConnectionOptions options, Practice.Starter starter) throws IOException {
        try {
            return starter.start(Workspace.of(options.workspace).practiceState(), 0, options.speed);
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage() + " To watch a practice cloud that runs, load the export lines that the command cloud"
                            + " prints, or writes with --env-file, and run watch again.",
                    e);
        }
    }

    /** {@code Practice cloud, us-east-1}. */
    String label() {
        return region.connection().target().label() + ", " + region.connection().region();
    }

    @Override
    public void close() {
        region.close();
        if (practice != null) {
            practice.close();
        }
    }
}
