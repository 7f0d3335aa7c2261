package companion.practice.wire;

/** A request that no room gets to see. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ApiError error;

    RefusedException(ApiError error) {
        super(error.code(), null, false, false);
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
