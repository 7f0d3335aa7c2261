package companion.practice.sqs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a queue that its owner may set, with their limits and defaults. Source: SQS API reference, CreateQueue
 * and SetQueueAttributes.
 */
final class QueueSettings {
    static final String DELAY = "DelaySeconds";
    static final String LARGEST = "MaximumMessageSize";
    static final String RETENTION = "MessageRetentionPeriod";
    static final String POLICY = "Policy";
    static final String WAIT = "ReceiveMessageWaitTimeSeconds";
    static final String VISIBILITY = "VisibilityTimeout";
    static final String REDRIVE = "RedrivePolicy";
    static final int LARGEST_DEFAULT = 1 << 20;
    static final int VISIBILITY_LIMIT = 43_200;

    private static final String REDRIVE_ALLOW = "RedriveAllowPolicy";
    private static final String SSE = "SqsManagedSseEnabled";
    private static final String KEY = "KmsMasterKeyId";

    private record Range(int least, int most, int otherwise) {}

    private static final Map<String, Range> NUMBERS = Map.of(
            DELAY, new Range(0, 900, 0),
            LARGEST, new Range(1024, LARGEST_DEFAULT, LARGEST_DEFAULT),
            RETENTION, new Range(60, 1_209_600, 345_600),
            WAIT, new Range(0, 20, 0),
            VISIBILITY, new Range(0, VISIBILITY_LIMIT, 30),
            "KmsDataKeyReusePeriodSeconds", new Range(60, 86_400, 300));

    private static final Set<String> OF_FIFO =
            Set.of("FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit");

    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Takes new values over; an empty policy takes the policy away.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if a name or a value is none of SQS's; then nothing
     *     has changed
     */
    void put(Map<String, String> attributes) {
        attributes.forEach(QueueSettings::check);
        attributes.forEach((name, value) -> {
            if (value.isEmpty()) {
                given.remove(name);
            } else {
                given.put(name, value);
            }
        });
    }

    /** The first attribute that these say differently, or null. */
    @Nullable String differing(Map<String, String> attributes) {
        attributes.forEach(QueueSettings::check);
        for (var attribute : attributes.entrySet()) {
            if (!attribute.getValue().equals(of(attribute.getKey(), ""))) {
                return attribute.getKey();
            }
        }
        return null;
    }

    int number(String name) {
        var range = NUMBERS.get(name);
        return Integer.parseInt(of(name, range == null ? "0" : Integer.toString(range.otherwise)));
    }

    @Nullable String text(String name) {
        return given.get(name);
    }

    /** As GetQueueAttributes shows them. */
    Map<String, String> shown() {
        var shown = new LinkedHashMap<String, String>();
        for (var name : new String[] {VISIBILITY, LARGEST, RETENTION, DELAY, WAIT}) {
            shown.put(name, Integer.toString(number(name)));
        }
        shown.putAll(given);
        shown.putIfAbsent(SSE, Boolean.toString(!given.containsKey(KEY)));
        return shown;
    }

    /** Whether GetQueueAttributes may be asked for it, though this queue may not have it. */
    static boolean isKnown(String name) {
        return NUMBERS.containsKey(name)
                || OF_FIFO.contains(name)
                || Set.of(POLICY, REDRIVE, REDRIVE_ALLOW, SSE, KEY).contains(name);
    }

    private String of(String name, String otherwise) {
        var value = given.get(name);
        if (value != null) {
            return value;
        }
        var range = NUMBERS.get(name);
        return range == null ? name.equals(SSE) ? "true" : otherwise : Integer.toString(range.otherwise);
    }

    private static void check(String name, @Nullable String value) {
        if (value == null) {
            throw SqsFaults.attributeValue(name);
        }
        var range = NUMBERS.get(name);
        if (range != null) {
            if (!value.matches("\\d{1,9}")
                    || Integer.parseInt(value) < range.least
                    || Integer.parseInt(value) > range.most) {
                throw SqsFaults.attributeValue(name);
            }
            return;
        }
        boolean right = switch (name) {
            case POLICY -> value.isEmpty() || QueuePolicy.isValid(value);
            case REDRIVE -> value.isEmpty() || Redrive.parse(value) != null;
            case REDRIVE_ALLOW -> value.isEmpty() || QueuePolicy.isObject(value);
            case SSE -> value.equals("true") || value.equals("false");
            case KEY -> true;
            default -> throw OF_FIFO.contains(name)
                    ? SqsFaults.notOffered("The practice cloud's queues are standard queues: " + name
                            + " is of FIFO queues, which work against a real account.")
                    : SqsFaults.unknownAttribute(name);
        };
        if (!right) {
            throw SqsFaults.attributeValue(name);
        }
    }
}
