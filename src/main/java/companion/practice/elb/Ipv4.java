package companion.practice.elb;

import java.util.Arrays;
import java.util.regex.Pattern;

/** IPv4 addresses and blocks, as texts. */
final class Ipv4 {
    private static final Pattern ADDRESS =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

    private Ipv4() {}

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** @param block in CIDR form */
    static boolean contains(String block, String address) {
        int slash = block.indexOf('/');
        int prefix = Integer.parseInt(block.substring(slash + 1));
        long size = 1L << 32 - prefix;
        return number(block.substring(0, slash)) / size == number(address) / size;
    }

    private static long number(String address) {
        return Arrays.stream(address.split("\\.")).mapToLong(Long::parseLong).reduce(0, (a, b) -> a << 8 | b);
    }
}
