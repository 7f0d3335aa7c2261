package companion.practice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published check values: each algorithm over the digits 1 to 9. */
class S3ChecksumsTest {
    @ParameterizedTest
    @CsvSource({
        "MD5,       JfnnlDI7RTiF9RgfG2JNCw==",
        "CRC32,     y/Q5Jg==",
        "CRC32C,    4waSgw==",
        "CRC64NVME, rosUhgp5mIg=",
        "SHA1,      98O8HYCOBHMq32eZZczDTKeuNEE=",
        "SHA256,    FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="
    })
    void agreeWithTheirCheckValues(S3Checksums checksum, String value) {
        assertThat(checksum.of("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(value);
    }
}
