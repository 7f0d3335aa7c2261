package companion.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * User name and password for Git over HTTPS to CodeCommit, made of AWS keys as git-remote-codecommit and the AWS
 * CLI's credential helper make them: the password is a Signature Version 4 of the repository's host and path without
 * the port, good for minutes. Its text shows no secret.
 */
record CodeCommitPassword(String userName, String password) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    /** @param repository the clone URL */
    static CodeCommitPassword sign(AwsCredentials keys, String region, URI repository, Instant at) {
        var time = SECOND.format(at);
        var scope = time.substring(0, 8) + "/" + region + "/codecommit/aws4_request";
        var canonical = "GIT\n" + repository.getRawPath() + "\n\nhost:" + repository.getHost() + "\n\nhost\n";
        var toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + sha256(canonical);
        byte[] key = ("AWS4" + keys.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        var user = keys instanceof AwsSessionCredentials session
                ? keys.accessKeyId() + "%" + session.sessionToken()
                : keys.accessKeyId();
        return new CodeCommitPassword(user, time + "Z" + HexFormat.of().formatHex(hmac(key, toSign)));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
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

    @Override
    public String toString() {
        return "CodeCommitPassword[" + userName.replaceFirst("%.*", "%…") + "]";
    }
}
