package companion.console;

import static org.assertj.core.api.Assertions.assertThat;

import companion.console.ConnectionOptions.Choice;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConnectionOptionsTest {
    @Command
    static final class Any {
        @Mixin
        ConnectionOptions connection = new ConnectionOptions();
    }

    private static ConnectionOptions options(String... args) {
        var command = new Any();
        new CommandLine(command).parseArgs(args);
        return command.connection;
    }

    @Test
    void practiceIsTheDefaultEvenWhereAProfileIsSet() {
        assertThat(options().choice(Map.of())).isEqualTo(new Choice.Practice());
        assertThat(options().choice(Map.of("AWS_PROFILE", "work"))).isEqualTo(new Choice.Practice());
    }

    @Test
    void aProfileIsTakenByNameOrFromTheEnvironment() {
        assertThat(options("--profile", "work").choice(Map.of())).isEqualTo(new Choice.Profile(Optional.of("work")));
        assertThat(options("--profile").choice(Map.of("AWS_PROFILE", "home")))
                .isEqualTo(new Choice.Profile(Optional.of("home")));
        assertThat(options("--profile").choice(Map.of())).isEqualTo(new Choice.Profile(Optional.empty()));
    }

    @Test
    void anEndpointIsTakenFromTheOptionOrTheEnvironmentAndPracticeOverrulesIt() {
        var url = "http://127.0.0.1:4566";
        assertThat(options("--endpoint", url).choice(Map.of()))
                .isEqualTo(new Choice.Endpoint(URI.create(url), Optional.empty()));
        assertThat(options().choice(Map.of("AWS_ENDPOINT_URL", url)))
                .isEqualTo(new Choice.Endpoint(URI.create(url), Optional.empty()));
        assertThat(options("--practice").choice(Map.of("AWS_ENDPOINT_URL", url)))
                .isEqualTo(new Choice.Practice());
    }

    @Test
    void theRegionIsTakenFromTheOptionThenTheEnvironment() {
        assertThat(options("--region", "eu-west-1").region(Map.of("AWS_REGION", "us-west-2")))
                .contains("eu-west-1");
        assertThat(options().region(Map.of("AWS_REGION", "us-west-2"))).contains("us-west-2");
        assertThat(options().region(Map.of("AWS_DEFAULT_REGION", "us-west-1"))).contains("us-west-1");
        assertThat(options().region(Map.of())).isEmpty();
    }

    @Test
    void optionsWithoutACommandAreKnownByTheirNames() {
        assertThat(ConnectionOptions.isOneOf("--profile=dev")).isTrue();
        assertThat(ConnectionOptions.isOneOf("--region")).isTrue();
        assertThat(ConnectionOptions.isOneOf("--help")).isFalse();
        assertThat(ConnectionOptions.isOneOf("run")).isFalse();
    }

    @Test
    void whatIsWrongWithThemIsSaidInASentence() {
        assertThat(ConnectionOptions.problem("--profile", "dev", "--region", "eu-west-1")).isEmpty();
        assertThat(ConnectionOptions.problem("--practice", "--profile", "dev")).get().asString().contains("mutually exclusive");
        assertThat(ConnectionOptions.problem("--region")).isPresent();
    }
}
