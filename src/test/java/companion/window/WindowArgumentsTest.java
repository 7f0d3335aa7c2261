package companion.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowArgumentsTest {
    private static WindowArguments of(String... options) {
        return new WindowArguments(List.of(options));
    }

    @Test
    void anotherPlaceTakesThePlaceOfTheOneBeforeAndOfItsRegion() {
        assertThat(of("--profile", "dev", "--workspace", "w", "--region=eu-west-1").at("--practice").options())
                .containsExactly("--workspace", "w", "--practice");
        assertThat(of("--profile", "--speed", "30").at("--profile", "prod").options())
                .containsExactly("--speed", "30", "--profile", "prod");
    }

    @Test
    void anotherRegionKeepsThePlace() {
        assertThat(of("--endpoint", "http://localhost:4566", "--region", "us-east-1").in("eu-west-1").options())
                .containsExactly("--endpoint", "http://localhost:4566", "--region", "eu-west-1");
    }

    @Test
    void whatWasChosenIsNotOverruled() {
        assertThat(of("--speed=1").orElse("--speed", "30").options()).containsExactly("--speed=1");
        assertThat(of().orElse("--speed", "30").options()).containsExactly("--speed", "30");
    }
}
