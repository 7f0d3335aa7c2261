package companion.practice.s3;

import companion.practice.world.Blobs;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The buckets of an account, in all its regions: a bucket's name is one for all of them. */
public final class S3Account {
    private final String account;
    private final NavigableMap<String, Bucket> buckets = new TreeMap<>();

    /** @param account twelve digits */
    public S3Account(String account) {
        this.account = account;
    }

    /** The canonical user id, which S3 shows as the owner. */
    String ownerId() {
        return Blobs.sha256(account.getBytes(StandardCharsets.UTF_8));
    }

    NavigableMap<String, Bucket> buckets() {
        return buckets;
    }

    /** @param expectedOwner an account, or null where the caller does not mind */
    Bucket bucket(String name, @Nullable String expectedOwner) {
        var bucket = buckets.get(BucketNames.valid(name));
        if (bucket == null) {
            throw S3Faults.noSuchBucket();
        }
        if (expectedOwner != null && !expectedOwner.equals(account)) {
            throw S3Faults.accessDenied();
        }
        return bucket;
    }
}
