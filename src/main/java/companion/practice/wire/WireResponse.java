package companion.practice.wire;

import java.util.Map;

/** What goes back. Content-Length follows from the body. */
record WireResponse(int status, Map<String, String> headers, byte[] body) {}
