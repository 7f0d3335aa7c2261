package companion.practice.wire;

import java.util.Map;

/**
 * The error codes that SQS had while it spoke Query, which its clients go by to this day ({@code awsQueryCompatible}): they
 * come in a header beside the code of the JSON protocol. Source: SQS API reference, "Errors" of each action.
 */
final class QueryCodes {
    private static final String PREFIX = "AWS.SimpleQueueService.";

    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("QueueDoesNotExist", PREFIX + "NonExistentQueue"),
            Map.entry("QueueNameExists", "QueueAlreadyExists"),
            prefixed("QueueDeletedRecently"),
            prefixed("MessageNotInflight"),
            prefixed("PurgeQueueInProgress"),
            prefixed("BatchEntryIdsNotDistinct"),
            prefixed("EmptyBatchRequest"),
            prefixed("TooManyEntriesInBatchRequest"),
            prefixed("InvalidBatchEntryId"),
            prefixed("BatchRequestTooLong"),
            prefixed("UnsupportedOperation"),
            Map.entry("UnknownOperationException", "InvalidAction"));

    private QueryCodes() {}

    static String of(String code) {
        return RENAMED.getOrDefault(code, code);
    }

    private static Map.Entry<String, String> prefixed(String code) {
        return Map.entry(code, PREFIX + code);
    }
}
