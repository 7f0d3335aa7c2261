package companion.practice.wire;

import companion.practice.wire.signing.Envelope;
import org.jspecify.annotations.Nullable;

/** A request as it came, with its body read. */
record WireRequest(Envelope envelope, byte[] body) {

    @Nullable String header(String name) {
        return envelope.header(name);
    }

    WireRequest with(byte[] otherBody) {
        return new WireRequest(envelope, otherBody);
    }
}
