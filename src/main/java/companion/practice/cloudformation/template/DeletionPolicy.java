package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;

/** What becomes of a resource that its stack no longer has: attribute DeletionPolicy or UpdateReplacePolicy. */
public enum DeletionPolicy {
    DELETE,
    RETAIN,
    /** As RETAIN, but a creation that is rolled back deletes it. */
    RETAIN_EXCEPT_ON_CREATE;

    /** Whether the resource stays when its stack, or its place in the stack, goes away. */
    public boolean keeps() {
        return this != DELETE;
    }

    static DeletionPolicy read(String logicalId, String type, String attribute, JsonNode written) {
        if (written.isMissingNode()) {
            return DELETE;
        }
        if (!written.isTextual()) {
            throw ValidationError.format("Every " + attribute + " member must be a string.");
        }
        return switch (written.textValue()) {
            case "Delete" -> DELETE;
            case "Retain" -> RETAIN;
            case "RetainExceptOnCreate" -> RETAIN_EXCEPT_ON_CREATE;
            case "Snapshot" -> throw ValidationError.template(
                    "resource type " + type + " does not support deletion policy Snapshot");
            default -> throw ValidationError.template(
                    "Unrecognized " + attribute + " " + written.textValue() + " for resource " + logicalId);
        };
    }
}
