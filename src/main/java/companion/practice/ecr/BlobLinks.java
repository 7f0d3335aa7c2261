package companion.practice.ecr;

import companion.practice.fabric.Credentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links to a layer that open without credentials, as long as this start of the practice cloud lives. */
final class BlobLinks {
    private static final String PARAMETER = "signature=";

    private final Supplier<URI> endpoint;
    private final Credentials credentials;

    BlobLinks(Supplier<URI> endpoint, Credentials credentials) {
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    String link(String name, String digest) {
        var path = "/v2/" + name + "/blobs/" + digest;
        return endpoint.get().resolve(path) + "?" + PARAMETER + signature(credentials, path);
    }

    /** @param query without the question mark */
    static boolean opens(Credentials credentials, String path, String query) {
        return query.startsWith(PARAMETER)
                && MessageDigest.isEqual(
                        query.substring(PARAMETER.length()).getBytes(StandardCharsets.UTF_8),
                        signature(credentials, path).getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(Credentials credentials, String path) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    credentials.registryPassword().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(path.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
