package companion.practice.wire;

import companion.practice.wire.shape.RestSource;
import companion.practice.wire.signing.Payload;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an S3 request as its model names them; trailers count as headers, and the transfer form is gone. */
final class S3Source implements RestSource {
    private static final String CHUNKED = "aws-chunked";

    private final WireRequest request;
    private final Payload payload;
    private final S3Target target;
    private final Map<String, String> query;

    S3Source(WireRequest request, Payload payload) {
        this.request = request;
        this.payload = payload;
        this.target = S3Target.of(request.envelope());
        this.query = request.envelope().parameters();
    }

    @Override
    public @Nullable String label(String name) {
        return name.equals("Bucket") ? target.bucket() : name.equals("Key") ? target.key() : null;
    }

    @Override
    public @Nullable String query(String name) {
        return query.get(name);
    }

    @Override
    public @Nullable String header(String name) {
        var trailer = payload.trailers().get(name.toLowerCase(Locale.ROOT));
        if (trailer != null) {
            return trailer;
        }
        return switch (name) {
            case "Content-Length" -> Integer.toString(payload.bytes().length);
            case "Content-Encoding" -> contentEncoding(request.header(name));
            default -> request.header(name);
        };
    }

    @Override
    public Map<String, String> headersBelow(String prefix) {
        var below = new LinkedHashMap<String, String>();
        request.envelope().headers().forEach((name, values) -> {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                below.put(name.substring(prefix.length()).toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        return below;
    }

    @Override
    public byte[] body() {
        return payload.bytes();
    }

    private static @Nullable String contentEncoding(@Nullable String sent) {
        if (sent == null || sent.equals(CHUNKED)) {
            return null;
        }
        return sent.replaceFirst("^" + CHUNKED + ", *", "").replaceFirst(", *" + CHUNKED + "$", "");
    }
}
