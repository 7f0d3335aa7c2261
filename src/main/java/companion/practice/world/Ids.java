package companion.practice.world;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Identifiers in the forms that AWS gives them, from a seeded source: the same journal gives the same ids.
 *
 * <p>Use it only where the state changes: a read that drew from it would shift every id after it. Not for secrets.
 */
public final class Ids {
    private static final String HEX = "0123456789abcdef";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SplittableRandom random;

    Ids(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Lower-case hexadecimal digits, as in {@code vpc-0a94be31…} (17) or a task id (32). */
    public String hex(int length) {
        return pick(HEX, length);
    }

    /** Capital letters and digits, as in {@code d-7K2M4QX9B} (9) or the end of a generated physical id (13). */
    public String upper(int length) {
        return pick(UPPER, length);
    }

    /** Letters of both cases and digits, as in the suffix of a service name that CloudFormation generates (12). */
    public String alphanumeric(int length) {
        return pick(ALNUM, length);
    }

    /** Decimal digits, first one not zero, as in the 19 of a task set's {@code ecs-svc/…}. */
    public String digits(int length) {
        var text = new StringBuilder(length).append((char) ('1' + random.nextInt(9)));
        while (text.length() < length) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    /** A version 4 UUID. */
    public String uuid() {
        long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** A number from 0 up to but not including the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    private String pick(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
