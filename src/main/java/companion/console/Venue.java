package companion.console;

import companion.aws.CallTrace;
import companion.aws.Connection;
import companion.aws.Pace;
import companion.aws.Target;
import companion.console.ConnectionOptions.Choice;
import companion.workshops.Catalog;
import companion.workshops.Visit;
import companion.workshops.Workspace;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * The account that the options chose, with a visit to a workshop in it; the practice cloud is started for it if needed.
 *
 * @param practice null for a real account or another endpoint
 */
public record Venue(Visit visit, @Nullable Practice practice, Workspace workspace) implements AutoCloseable {

    /**
     * Opens the account that arguments choose, written as on the command line. What is done in a practice cloud is dated by
     * that cloud's clock, beside which a window shows it.
     *
     * @throws IllegalArgumentException if they are wrong, with a sentence for the user
     */
    public static Venue open(
            Catalog.Entry entry, List<String> arguments, Map<String, String> environment, Practice.Starter starter)
            throws IOException {
        try {
            var options = CommandLine.populateCommand(new ConnectionOptions(), arguments.toArray(String[]::new));
            return open(entry, options, environment, starter, practice -> practice.clock()::now);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** As above, dated by the time of whoever waits at the terminal. */
    static Venue open(
            Catalog.Entry entry, ConnectionOptions options, Map<String, String> environment, Practice.Starter starter)
            throws IOException {
        return open(entry, options, environment, starter, practice -> InstantSource.system());
    }

    private static Venue open(
            Catalog.Entry entry,
            ConnectionOptions options,
            Map<String, String> environment,
            Practice.Starter starter,
            Function<Practice, InstantSource> dating)
            throws IOException {
        var workspace = Workspace.of(options.workspace);
        return switch (options.choice(environment)) {
            case Choice.Practice() -> practice(entry, options, environment, starter, dating, workspace);
            case Choice.Profile(var name) ->
                new Venue(
                        visit(
                                entry,
                                new Target.Profile(name.orElse(null)),
                                options.region(environment).orElseGet(() -> regionOf(name)),
                                Pace.REAL,
                                InstantSource.system(),
                                workspace),
                        null,
                        workspace);
            case Choice.Endpoint(var url, var profile) ->
                new Venue(
                        visit(
                                entry,
                                new Target.Endpoint(url, profile.orElse(null)),
                                options.region(environment).orElse(ConnectionOptions.DEFAULT_REGION),
                                Pace.REAL,
                                InstantSource.system(),
                                workspace),
                        null,
                        workspace);
        };
    }

    private static Venue practice(
            Catalog.Entry entry,
            ConnectionOptions options,
            Map<String, String> environment,
            Practice.Starter starter,
            Function<Practice, InstantSource> dating,
            Workspace workspace)
            throws IOException {
        var practice = starter.start(workspace.practiceState(), 0, options.speed);
        try {
            var target = new Target.Practice(practice.endpoint(), StaticCredentialsProvider.create(practice.learner()));
            var pace = Pace.practice(() -> practice.clock().speed().factor());
            var region = options.region(environment).orElse(ConnectionOptions.DEFAULT_REGION);
            return new Venue(visit(entry, target, region, pace, dating.apply(practice), workspace), practice, workspace);
        } catch (IOException | RuntimeException e) {
            practice.close();
            throw e;
        }
    }

    private static Visit visit(
            Catalog.Entry entry, Target target, String region, Pace pace, InstantSource clock, Workspace workspace)
            throws IOException {
        var connection = new Connection(target, region, true, new CallTrace(clock));
        try {
            return Visit.open(
                    entry,
                    connection,
                    pace,
                    workspace.sessions(connection.isPractice()),
                    workspace.workingCopy(entry.id()),
                    clock);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static String regionOf(Optional<String> profile) {
        AwsRegionProvider chain = DefaultAwsRegionProviderChain.builder()
                .profileName(profile.orElse(null))
                .build();
        try {
            return chain.getRegion().id();
        } catch (SdkClientException e) {
            return ConnectionOptions.DEFAULT_REGION;
        }
    }

    /** {@code Practice cloud, us-east-1, account 1234…9012}. */
    String label() {
        var connection = visit.connection();
        return connection.target().label() + ", " + connection.region() + ", account "
                + connection.identity().shortAccount();
    }

    boolean isPractice() {
        return practice != null;
    }

    @Override
    public void close() {
        visit.close();
        if (practice != null) {
            practice.close();
        }
    }
}
