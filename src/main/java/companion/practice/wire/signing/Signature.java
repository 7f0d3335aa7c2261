package companion.practice.wire.signing;

import companion.practice.wire.signing.RefusedSignatureException.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its own signature.
 *
 * @param date {@code yyyymmdd} of the credential scope
 * @param service as in the credential scope, for example {@code elasticloadbalancing}
 * @param signedHeaders names in lower case, in the order given
 * @param value the signature, hexadecimal
 * @param timestamp for example {@code 20261121T120000Z}
 * @param token the session token, with temporary keys
 * @param validFor of a presigned request; null where the signature is in a header
 */
public record Signature(
        String accessKeyId,
        String date,
        String region,
        String service,
        List<String> signedHeaders,
        String value,
        String timestamp,
        @Nullable String token,
        @Nullable Duration validFor) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);

    /**
     * Reads it off a request.
     *
     * @throws RefusedSignatureException if there is none, or not a whole one
     */
    public static Signature of(Envelope request) throws RefusedSignatureException {
        var authorization = request.header("Authorization");
        if (authorization != null) {
            return ofHeader(request, authorization);
        }
        if (request.query().contains("X-Amz-Signature=")) {
            return presigned(request.parameters());
        }
        throw request.query().contains("AWSAccessKeyId=")
                ? new RefusedSignatureException(Reason.OUTDATED, "Signature Version 2")
                : new RefusedSignatureException(Reason.MISSING, "No signature");
    }

    public String scope() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }

    public boolean isPresigned() {
        return validFor != null;
    }

    Instant signedAt() throws RefusedSignatureException {
        try {
            return TIME.parse(timestamp, Instant::from);
        } catch (DateTimeException e) {
            throw new RefusedSignatureException(
                    Reason.INCOMPLETE, "Date must be in ISO-8601 'basic format'. Got '" + timestamp + "'.");
        }
    }

    static String print(Instant time) {
        return TIME.format(time);
    }

    private static Signature ofHeader(Envelope request, String authorization) throws RefusedSignatureException {
        if (!authorization.startsWith(ALGORITHM + " ")) {
            throw authorization.startsWith("AWS ")
                    ? new RefusedSignatureException(Reason.OUTDATED, "Signature Version 2")
                    : new RefusedSignatureException(Reason.INCOMPLETE, "Unsupported authorization type.");
        }
        var parts = new HashMap<String, String>();
        for (var part : authorization.substring(ALGORITHM.length() + 1).split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
            }
        }
        for (var name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (!parts.containsKey(name)) {
                throw new RefusedSignatureException(
                        Reason.INCOMPLETE, "Authorization header requires '" + name + "' parameter.");
            }
        }
        var timestamp = request.header("X-Amz-Date");
        if (timestamp == null) {
            throw new RefusedSignatureException(
                    Reason.INCOMPLETE,
                    "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }
        return of(parts, timestamp, request.header("X-Amz-Security-Token"), null);
    }

    private static Signature presigned(Map<String, String> query) throws RefusedSignatureException {
        var parts = new HashMap<String, String>();
        for (var name : List.of("Credential", "Signature", "SignedHeaders", "Date", "Expires", "Algorithm")) {
            var value = query.get("X-Amz-" + name);
            if (value == null) {
                throw new RefusedSignatureException(
                        Reason.INCOMPLETE, "AWS query-string parameters must include 'X-Amz-" + name + "'.");
            }
            parts.put(name, value);
        }
        try {
            var validFor = Duration.ofSeconds(Integer.parseInt(parts.get("Expires")));
            if (!validFor.isNegative() && validFor.compareTo(Duration.ofDays(7)) <= 0) {
                return of(parts, parts.get("Date"), query.get("X-Amz-Security-Token"), validFor);
            }
        } catch (NumberFormatException e) {
            // Falls through: no number is as wrong as one out of range.
        }
        throw new RefusedSignatureException(
                Reason.INCOMPLETE, "X-Amz-Expires must be a number of seconds from 0 to 604800.");
    }

    private static Signature of(
            Map<String, String> parts, String timestamp, @Nullable String token, @Nullable Duration validFor)
            throws RefusedSignatureException {
        var credential = parts.get("Credential").split("/");
        if (credential.length != 5 || !credential[4].equals("aws4_request")) {
            throw new RefusedSignatureException(
                    Reason.INCOMPLETE,
                    "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
        }
        if (!credential[2].matches("[a-z]{2}(-[a-z]+)+-\\d{1,2}")) {
            throw new RefusedSignatureException(Reason.INCOMPLETE, "Credential should be scoped to a valid region.");
        }
        var signedHeaders = List.of(parts.get("SignedHeaders").split(";"));
        if (!signedHeaders.contains("host")) {
            throw new RefusedSignatureException(Reason.INCOMPLETE, "'Host' must be a signed header.");
        }
        return new Signature(
                credential[0],
                credential[1],
                credential[2],
                credential[3],
                signedHeaders,
                parts.get("Signature"),
                timestamp,
                token,
                validFor);
    }
}
