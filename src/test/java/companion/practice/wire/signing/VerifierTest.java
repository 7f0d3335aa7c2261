package companion.practice.wire.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import companion.practice.fabric.Caller;
import companion.practice.fabric.Credentials;
import companion.practice.wire.signing.RefusedSignatureException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worked examples of the S3 API reference ("Authenticating Requests"), and what becomes of them when they are touched. */
class VerifierTest {
    private static final Instant NOW = Instant.parse("2013-05-24T00:00:00Z");
    private static final String SCOPE = "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,";
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Verifier verifier = new Verifier(new ExampleCredentials(), () -> NOW);

    @Test
    void theExampleOfAGetIsLetIn() throws Exception {
        assertThat(verify(get("bytes=0-9"), new byte[0]).key().accessKeyId()).isEqualTo("AKIAIOSFODNN7EXAMPLE");
    }

    @Test
    void aSignedHeaderThatWasTouchedIsNoticed() {
        refused(get("bytes=0-99"), new byte[0], Reason.MISMATCH);
    }

    @Test
    void aBodyThatWasTouchedIsNoticed() {
        refused(get("bytes=0-9"), new byte[] {1}, Reason.BODY);
    }

    @Test
    void theExampleOfAPresignedGetIsLetIn() throws Exception {
        var headers = new Headers();
        headers.set("Host", "examplebucket.s3.amazonaws.com");
        var query = "X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        var request = new Envelope("GET", "/test.txt", query, headers);

        assertThat(verify(request, new byte[0]).payload().bytes()).isEmpty();
        refused(new Envelope("DELETE", "/test.txt", query, headers), new byte[0], Reason.MISMATCH);
        refused(new Envelope("GET", "/test.txt", query + "&versionId=1", headers), new byte[0], Reason.MISMATCH);
    }

    @Test
    void theExampleOfAChunkedUploadIsTakenOutOfItsChunks() throws Exception {
        var payload = verify(chunkedPut(), chunks('a')).payload();

        assertThat(new String(payload.bytes(), StandardCharsets.US_ASCII)).isEqualTo("a".repeat(66_560));
    }

    @Test
    void aChunkThatWasTouchedIsNoticed() {
        refused(chunkedPut(), chunks('b'), Reason.MISMATCH);
    }

    @Test
    void aChunkedBodyThatEndsTooEarlyIsNoticed() {
        var whole = chunks('a');

        refused(chunkedPut(), java.util.Arrays.copyOf(whole, 70), Reason.BODY);
        refused(chunkedPut(), new byte[0], Reason.BODY);
    }

    private Verifier.Admitted verify(Envelope request, byte[] body) throws RefusedSignatureException {
        return verifier.verify(request, Signature.of(request), body);
    }

    private void refused(Envelope request, byte[] body, Reason reason) {
        assertThatThrownBy(() -> verify(request, body))
                .isInstanceOfSatisfying(
                        RefusedSignatureException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Envelope get(String range) {
        var headers = new Headers();
        headers.set("Host", "examplebucket.s3.amazonaws.com");
        headers.set("Range", range);
        headers.set("x-amz-content-sha256", EMPTY);
        headers.set("x-amz-date", "20130524T000000Z");
        headers.set(
                "Authorization",
                SCOPE + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        return new Envelope("GET", "/test.txt", "", headers);
    }

    private static Envelope chunkedPut() {
        var headers = new Headers();
        headers.set("Host", "s3.amazonaws.com");
        headers.set("x-amz-date", "20130524T000000Z");
        headers.set("x-amz-storage-class", "REDUCED_REDUNDANCY");
        headers.set("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD");
        headers.set("Content-Encoding", "aws-chunked");
        headers.set("x-amz-decoded-content-length", "66560");
        headers.set("Content-Length", "66824");
        headers.set(
                "Authorization",
                SCOPE + "SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;"
                        + "x-amz-decoded-content-length;x-amz-storage-class,"
                        + "Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
        return new Envelope("PUT", "/examplebucket/chunkObject.txt", "", headers);
    }

    private static byte[] chunks(char content) {
        var text = String.valueOf(content);
        return ("10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n"
                        + text.repeat(65_536) + "\r\n"
                        + "400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n"
                        + text.repeat(1024) + "\r\n"
                        + "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static final class ExampleCredentials implements Credentials {
        @Override
        public @Nullable Key find(String accessKeyId) {
            return new Key(
                    accessKeyId,
                    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                    null,
                    new Caller("arn:aws:iam::123456789012:user/example", "AIDA", null));
        }

        @Override
        public String gitUserName() {
            return "";
        }

        @Override
        public String gitPassword() {
            return "";
        }

        @Override
        public String registryPassword() {
            return "";
        }
    }
}
