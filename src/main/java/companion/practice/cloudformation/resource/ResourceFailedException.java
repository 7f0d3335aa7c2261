package companion.practice.cloudformation.resource;

/** A resource cannot be made, changed or deleted; the message is the ResourceStatusReason. */
public final class ResourceFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ResourceFailedException(String reason) {
        super(reason);
    }

    /** A breach of the type's model, as AWS words it. */
    static ResourceFailedException model(String logicalId, String violations) {
        return new ResourceFailedException(
                "Properties validation failed for resource " + logicalId + " with message:\n" + violations);
    }
}
