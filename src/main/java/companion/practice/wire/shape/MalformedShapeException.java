package companion.practice.wire.shape;

/** The text does not fit the model: not JSON or XML at all, or a value of another type than the field's. */
public final class MalformedShapeException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message for the caller, for example {@code NUMBER_VALUE can not be converted to a String} */
    public MalformedShapeException(String message) {
        super(message);
    }
}
