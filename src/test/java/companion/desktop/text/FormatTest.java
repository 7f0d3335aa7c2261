package companion.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void writesDurationsAsLongAsTheyNeed() {
        assertThat(Format.seconds(Duration.ofMillis(4))).isEqualTo("4 ms");
        assertThat(Format.seconds(Duration.ofMillis(410))).isEqualTo("0.41 s");
        assertThat(Format.seconds(Duration.ofMillis(12_340))).isEqualTo("12.3 s");
        assertThat(Format.seconds(Duration.ofSeconds(71))).isEqualTo("1:11");
        assertThat(Format.ticking(Duration.ofMillis(3_240))).isEqualTo("3.2 s");
        assertThat(Format.minutes(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
        assertThat(Format.words(Duration.ofMinutes(192))).isEqualTo("3 h 12 min");
    }

    @Test
    void writesMoneyToWhatMatters() {
        assertThat(Format.perHour(BigDecimal.ZERO)).isEqualTo("$0.00/h");
        assertThat(Format.perHour(new BigDecimal("0.1172"))).isEqualTo("$0.1172/h");
        assertThat(Format.fourPlaces(new BigDecimal("0.045"))).isEqualTo("0.0450");
        assertThat(Format.amount(new BigDecimal("0.4137"))).isEqualTo("$0.41");
    }

    @Test
    void countsOneAndMany() {
        assertThat(Format.count(1, "check")).isEqualTo("1 check");
        assertThat(Format.count(2, "check")).isEqualTo("2 checks");
    }
}
