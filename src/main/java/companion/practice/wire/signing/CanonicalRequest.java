package companion.practice.wire.signing;

import java.util.ArrayList;
import java.util.List;

/** The form of a request that is signed. Source: "Create a signed AWS API request" of the IAM user guide. */
final class CanonicalRequest {
    private CanonicalRequest() {}

    static String of(Envelope request, Signature signature, String payloadHash) {
        var headers = new StringBuilder();
        for (var name : signature.signedHeaders()) {
            headers.append(name).append(':').append(value(request, name)).append('\n');
        }
        return request.method() + '\n'
                + path(request.path(), signature.service().equals("s3")) + '\n'
                + query(request.query()) + '\n'
                + headers + '\n'
                + String.join(";", signature.signedHeaders()) + '\n'
                + payloadHash;
    }

    /** S3 signs the path as it is, encoded once; the other services a normalised one, encoded again. */
    private static String path(String path, boolean s3) {
        if (s3) {
            return Percent.encodePath(Percent.decode(path));
        }
        var segments = new ArrayList<String>();
        for (var segment : path.split("/")) {
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(Percent.encode(segment));
            }
        }
        var joined = "/" + String.join("/", segments);
        return path.endsWith("/") && joined.length() > 1 ? joined + "/" : joined;
    }

    private static String query(String query) {
        var pairs = new ArrayList<String>();
        for (var pair : query.split("&")) {
            if (!pair.isEmpty() && !pair.startsWith("X-Amz-Signature=")) {
                int equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                pairs.add(again(name) + "=" + (equals < 0 ? "" : again(pair.substring(equals + 1))));
            }
        }
        pairs.sort(CanonicalRequest::byNameThenValue);
        return String.join("&", pairs);
    }

    private static String again(String text) {
        return Percent.encode(Percent.decode(text.replace('+', ' ')));
    }

    private static int byNameThenValue(String a, String b) {
        int names = name(a).compareTo(name(b));
        return names != 0 ? names : a.compareTo(b);
    }

    private static String name(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }

    private static String value(Envelope request, String name) {
        var values = request.headers().get(name);
        return values == null
                ? ""
                : String.join(",", values.stream().map(CanonicalRequest::trim).toList());
    }

    private static String trim(String value) {
        var stripped = value.strip();
        return stripped.contains("  ") ? String.join(" ", List.of(stripped.split(" +"))) : stripped;
    }
}
