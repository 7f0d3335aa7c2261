package companion.practice.wire.shape;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a REST request keeps what it says: path, query, headers, body. Names as in the model. */
public interface RestSource {

    /** A label of the URI, decoded, such as Bucket or Key; null if the URI has none. */
    @Nullable String label(String name);

    @Nullable String query(String name);

    @Nullable String header(String name);

    /** The headers whose names begin so, under the rest of their names, in lower case. */
    Map<String, String> headersBelow(String prefix);

    byte[] body();
}
