package companion.practice.codecommit;

import companion.practice.fabric.Caller;
import companion.practice.fabric.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who a Git client is, by the user name and password that it sends: the Git credentials of an IAM user, or what
 * {@code aws codecommit credential-helper} and git-remote-codecommit make of access keys. There the user name is the
 * access key id, with {@code %} and the session token if there is one, and the password is the time and the Signature
 * Version 4 of {@code GIT <path>} for the host without its port.
 */
final class GitCredentials {
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final Pattern SIGNED = Pattern.compile("(\\d{8}T\\d{6})Z([0-9a-f]{64})");
    private static final Pattern GIT_USER = Pattern.compile("(.+)-at-(\\d{12})");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private final Credentials credentials;
    private final InstantSource clock;

    /** @param clock the real one, by which clients sign */
    GitCredentials(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * The caller, or null if the credentials are not good.
     *
     * @param authorization the header, of which only Basic is known
     * @param host the header
     * @param account to which the Git credentials belong if their user name does not say
     */
    @Nullable Caller caller(String authorization, String host, GitPath path, String account) {
        var pair = basic(authorization);
        if (pair == null) {
            return null;
        }
        var user = pair.getFirst();
        var password = pair.getLast();
        if (user.equals(credentials.gitUserName())) {
            return same(password, credentials.gitPassword()) ? gitUser(user, account) : null;
        }
        return signer(user, password, host, path);
    }

    private static @Nullable List<String> basic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            var decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
            var text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? null : List.of(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Caller gitUser(String gitUserName, String account) {
        var parts = GIT_USER.matcher(gitUserName);
        return parts.matches()
                ? new Caller("arn:aws:iam::" + parts.group(2) + ":user/" + parts.group(1), gitUserName, null)
                : new Caller("arn:aws:iam::" + account + ":user/" + gitUserName, gitUserName, null);
    }

    private @Nullable Caller signer(String user, String password, String host, GitPath path) {
        int percent = user.indexOf('%');
        var key = credentials.find(percent < 0 ? user : user.substring(0, percent));
        var signed = SIGNED.matcher(password);
        if (key == null || !signed.matches()) {
            return null;
        }
        var token = percent < 0 ? null : user.substring(percent + 1);
        if (!Objects.equals(token, key.sessionToken()) || !fresh(signed.group(1))) {
            return null;
        }
        var expected = signature(key.secretAccessKey(), signed.group(1), host.replaceFirst(":\\d+$", ""), path);
        return same(signed.group(2), expected) ? key.caller() : null;
    }

    private boolean fresh(String time) {
        try {
            Instant when = LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
            return Duration.between(when, clock.instant()).abs().compareTo(SKEW) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** There is no hash of a body in this canonical request, and no Z after the time in what is signed. */
    private static String signature(String secret, String time, String host, GitPath path) {
        var date = time.substring(0, 8);
        var request = "GIT\n" + path.repositoryPath() + "\n\nhost:" + host + "\n\nhost\n";
        var scope = date + "/" + path.region() + "/codecommit/aws4_request";
        var toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + HexFormat.of().formatHex(sha256(request));
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
