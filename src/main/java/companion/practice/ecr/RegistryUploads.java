package companion.practice.ecr;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Blobs on their way to the registry. They are no state of the cloud yet: an upload that was cut off by a stop begins
 * again, as clients do anyway. Thread-safe.
 */
final class RegistryUploads {
    /** More than any client opens at once; the oldest of more was given up. */
    private static final int OPEN = 256;

    private record Upload(String name, ByteArrayOutputStream bytes) {}

    private final Map<String, Upload> open = new LinkedHashMap<>();

    synchronized String begin(String name) {
        // No part of history, so it need not come from the world's ids.
        var id = UUID.randomUUID().toString();
        open.put(id, new Upload(name, new ByteArrayOutputStream()));
        if (open.size() > OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        return id;
    }

    /** Answers how many bytes there are now, or null if there is no such upload. */
    synchronized @Nullable Integer append(String name, String id, byte[] more) {
        var upload = get(name, id);
        if (upload == null) {
            return null;
        }
        upload.bytes.writeBytes(more);
        return upload.bytes.size();
    }

    /** Ends an upload and gives its bytes, or null if there is no such upload. */
    synchronized byte @Nullable [] end(String name, String id) {
        var upload = get(name, id);
        if (upload == null) {
            return null;
        }
        open.remove(id);
        return upload.bytes.toByteArray();
    }

    private @Nullable Upload get(String name, String id) {
        var upload = open.get(id);
        return upload != null && upload.name.equals(name) ? upload : null;
    }
}
