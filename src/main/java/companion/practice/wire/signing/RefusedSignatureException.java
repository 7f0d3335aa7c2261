package companion.practice.wire.signing;

/** A request is not let in. Its text is the part that depends on the request; each protocol adds its own words. */
public final class RefusedSignatureException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Reason {
        /** No signature at all. */
        MISSING,
        /** A signature of which a part is absent or unreadable; the text says which. */
        INCOMPLETE,
        /** Signed in a way that AWS has given up: Signature Version 2. */
        OUTDATED,
        /** An access key id that the practice account does not have. */
        UNKNOWN_KEY,
        /** A session token that does not belong to the key. */
        INVALID_TOKEN,
        /** Temporary keys whose time is over. */
        EXPIRED_TOKEN,
        /** Signed too long ago, or valid only from later on; the text is AWS's whole sentence. */
        CLOCK,
        /** A presigned request whose time is over. */
        EXPIRED,
        /** The body is not the one that was signed. */
        BODY,
        /** Another secret, or another request. */
        MISMATCH
    }

    private final Reason reason;

    public RefusedSignatureException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
