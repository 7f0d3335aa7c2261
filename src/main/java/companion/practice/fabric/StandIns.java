package companion.practice.fabric;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a secret wherever the practice cloud would have to keep it. The same secret has the same stand-in until the
 * cloud stops; the key is made afresh at each start and kept in memory only, so that nobody can try secrets against what is
 * on disk. Thread-safe.
 */
public final class StandIns {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "NoEcho";
    private static final int SHOWN = 16;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{" + SHOWN + "}");

    private final SecretKeySpec key;

    public StandIns(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** For example {@code NoEcho3fa94c1be2d07a65}: letters and digits, which most names and values may have. */
    public String of(String secret) {
        return PREFIX + HexFormat.of().formatHex(digest(secret)).substring(0, SHOWN);
    }

    /** For a secret that is a number: one within the limits, both inclusive. */
    public BigInteger of(String secret, BigInteger least, BigInteger most) {
        var range = most.subtract(least).add(BigInteger.ONE).max(BigInteger.ONE);
        return least.add(new BigInteger(1, digest(secret)).mod(range));
    }

    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    private byte[] digest(String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
