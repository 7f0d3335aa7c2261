package companion.console;

import companion.practice.world.Speed;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which account, the same on every command. */
public final class ConnectionOptions {
    static final String DEFAULT_REGION = "us-east-1";

    @ArgGroup(exclusive = true)
    Where where = new Where();

    @Option(names = "--region", paramLabel = "R", description = "AWS region; else AWS_REGION, else us-east-1")
    @Nullable
    String region;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "Where the ledger, the choices and clones are kept")
    @Nullable
    Path workspace;

    @Option(
            names = "--speed",
            paramLabel = "N|instant",
            converter = SpeedConverter.class,
            defaultValue = "instant",
            description = "The practice cloud's clock; default: ${DEFAULT-VALUE}")
    Speed speed = Speed.INSTANT;

    static final class Where {
        @Option(names = "--practice", description = "The practice cloud inside this application (default)")
        boolean practice;

        @Option(
                names = "--profile",
                paramLabel = "P",
                arity = "0..1",
                fallbackValue = "",
                description =
                        "A real account: a profile of the AWS configuration; without P, AWS_PROFILE or the default")
        @Nullable
        String profile;

        @Option(names = "--endpoint", paramLabel = "URL", description = "Anything that speaks AWS's protocols")
        @Nullable
        URI endpoint;
    }

    /** Whether an argument is one of these options, with or without its value. */
    public static boolean isOneOf(String argument) {
        var name = argument.split("=", 2)[0];
        return new CommandLine(new ConnectionOptions()).getCommandSpec().optionsMap().containsKey(name);
    }

    /** What is wrong with arguments that should be these options only, in a sentence; empty if nothing is. */
    public static Optional<String> problem(String... arguments) {
        try {
            CommandLine.populateCommand(new ConnectionOptions(), arguments);
            return Optional.empty();
        } catch (CommandLine.ParameterException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What these options and the environment choose. */
    sealed interface Choice {
        record Practice() implements Choice {}

        record Profile(Optional<String> name) implements Choice {}

        record Endpoint(URI url, Optional<String> profile) implements Choice {}
    }

    /**
     * Practice, unless something else is asked for. AWS_ENDPOINT_URL is asking, for it names one server; AWS_PROFILE
     * alone is not, for many people have it set all day, and a workshop costs money there.
     */
    Choice choice(Map<String, String> environment) {
        var profile = Optional.ofNullable(environment.get("AWS_PROFILE")).filter(it -> !it.isBlank());
        if (where.practice) {
            return new Choice.Practice();
        }
        if (where.profile != null) {
            return new Choice.Profile(where.profile.isEmpty() ? profile : Optional.of(where.profile));
        }
        if (where.endpoint != null) {
            return new Choice.Endpoint(where.endpoint, profile);
        }
        var url = environment.getOrDefault("AWS_ENDPOINT_URL", "");
        return url.isBlank() ? new Choice.Practice() : new Choice.Endpoint(URI.create(url), profile);
    }

    /** Empty where the profile has to say. */
    Optional<String> region(Map<String, String> environment) {
        return Optional.ofNullable(region)
                .or(() -> Optional.ofNullable(environment.get("AWS_REGION")))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                .filter(it -> !it.isBlank());
    }
}
