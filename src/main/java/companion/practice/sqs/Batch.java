package companion.practice.sqs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/**
 * What a batch came to, entry by entry: one that fails leaves the others alone.
 *
 * @param <R> what a successful entry answers
 */
record Batch<R>(List<R> successful, List<BatchResultErrorEntry> failed) {
    private static final int MOST = 10;

    /**
     * Works the entries.
     *
     * @param kind the entry's name in SQS's API, for its refusal of an empty batch
     */
    static <E, R> Batch<R> of(String kind, List<E> entries, Function<E, String> id, Function<E, R> work) {
        check(kind, entries.stream().map(id).toList());
        var successful = new ArrayList<R>();
        var failed = new ArrayList<BatchResultErrorEntry>();
        for (var entry : entries) {
            try {
                successful.add(work.apply(entry));
            } catch (AwsServiceException e) {
                failed.add(BatchResultErrorEntry.builder()
                        .id(id.apply(entry))
                        .senderFault(true)
                        .code(e.awsErrorDetails().errorCode())
                        .message(e.awsErrorDetails().errorMessage())
                        .build());
            }
        }
        return new Batch<>(successful, failed);
    }

    private static void check(String kind, List<@Nullable String> ids) {
        if (ids.isEmpty()) {
            throw SqsFaults.emptyBatch(kind);
        }
        if (ids.size() > MOST) {
            throw SqsFaults.tooManyEntries(ids.size());
        }
        var seen = new HashSet<String>();
        for (var id : ids) {
            if (id == null || !id.matches("[A-Za-z0-9_-]{1,80}")) {
                throw SqsFaults.entryId();
            }
            if (!seen.add(id)) {
                throw SqsFaults.idRepeated(id);
            }
        }
    }
}
