package companion.practice.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What a message must be to be taken. Source: SQS API reference, SendMessage, and the Developer Guide on attributes. */
final class MessageRules {
    private static final int ATTRIBUTES = 10;
    private static final int DELAY = 900;

    private MessageRules() {}

    /**
     * Checks what is sent.
     *
     * @param largest bytes
     */
    static void check(@Nullable String body, Map<String, MessageAttributeValue> attributes, int largest) {
        if (body == null || body.isEmpty()) {
            throw SqsFaults.missing("MessageBody");
        }
        if (!body.codePoints().allMatch(MessageRules::isAllowed)) {
            throw SqsFaults.contents();
        }
        if (attributes.size() > ATTRIBUTES) {
            throw SqsFaults.parameter("Number of message attributes [" + attributes.size()
                    + "] exceeds the allowed maximum [" + ATTRIBUTES + "].");
        }
        attributes.forEach(MessageRules::check);
        if (size(body, attributes) > largest) {
            throw SqsFaults.parameter(
                    "One or more parameters are invalid. Reason: Message must be shorter than " + largest + " bytes.");
        }
    }

    static void checkDelay(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 0 || seconds > DELAY)) {
            throw SqsFaults.parameter(seconds, "DelaySeconds", "DelaySeconds must be >= 0 and <= " + DELAY + ".");
        }
    }

    static void checkNotFifo(@Nullable String group, @Nullable String deduplication) {
        if (deduplication != null) {
            throw SqsFaults.parameter(deduplication, "MessageDeduplicationId",
                    "The request includes a parameter that is not valid for this queue type.");
        }
        if (group != null && !group.matches("[\\p{Alnum}\\p{Punct}]{1,128}")) {
            throw SqsFaults.parameter(group, "MessageGroupId",
                    "MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.");
        }
    }

    /** In bytes: the body, and names, types and values of attributes. */
    static int size(String body, Map<String, MessageAttributeValue> attributes) {
        int size = bytes(body);
        for (var attribute : attributes.entrySet()) {
            var value = attribute.getValue();
            size += bytes(attribute.getKey()) + bytes(value.dataType()) + bytes(value.stringValue());
            size += value.binaryValue() == null ? 0 : value.binaryValue().asByteArrayUnsafe().length;
        }
        return size;
    }

    private static void check(String name, MessageAttributeValue value) {
        if (!name.matches("[A-Za-z0-9_.-]{1,256}")
                || name.startsWith(".")
                || name.endsWith(".")
                || name.contains("..")
                || name.matches("(?i)(aws|amazon)\\..*")) {
            throw SqsFaults.parameter("Message (user) attribute name '" + name + "' is invalid. Attribute name can contain "
                    + "A-Z, a-z, 0-9, underscore (_), hyphen (-), and period (.) characters, and must not start with "
                    + "AWS. or Amazon.");
        }
        var type = value.dataType();
        if (type == null || type.isEmpty()) {
            throw SqsFaults.parameter("The message attribute '" + name + "' must contain non-empty message attribute type.");
        }
        if (!type.matches("(String|Number|Binary)(\\..+)?")) {
            throw SqsFaults.parameter("The message attribute '" + name + "' has an invalid message attribute type, the set "
                    + "of supported type prefixes is Binary, Number, and String.");
        }
        boolean binary = type.startsWith("Binary");
        if (binary ? value.binaryValue() == null : value.stringValue() == null || value.stringValue().isEmpty()) {
            throw SqsFaults.parameter("The message attribute '" + name + "' must contain a non-empty message attribute "
                    + "value for message attribute type '" + type + "'.");
        }
        if (type.startsWith("Number") && !value.stringValue().matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            throw SqsFaults.parameter("Can't cast the value of message (user) attribute '" + name + "' to a number.");
        }
    }

    private static boolean isAllowed(int c) {
        return c == 0x9 || c == 0xA || c == 0xD || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    private static int bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
