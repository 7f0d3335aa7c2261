package companion.practice.s3;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** GetObject and HeadObject: conditions, ranges, and what is said of an object beside its bytes. */
final class Reading {
    private final S3Account account;

    Reading(S3Account account) {
        this.account = account;
    }

    /**
     * What a GetObject gives.
     *
     * @param range the part of the blob
     */
    record Found(GetObjectResponse response, String blob, Range range) {}

    Found get(GetObjectRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var version = Versions.existing(bucket, request.key(), request.versionId());
        check(
                version,
                request.ifMatch(),
                request.ifNoneMatch(),
                request.ifModifiedSince(),
                request.ifUnmodifiedSince());
        var range = Range.parse(request.range(), version.size());
        var about = version.attributes();
        var response = GetObjectResponse.builder()
                .acceptRanges("bytes")
                .lastModified(version.lastModified())
                .contentLength(range.length())
                .contentRange(range.header(version.size()))
                .eTag(version.etag())
                .versionId(Versions.shownId(bucket, version))
                .contentType(or(request.responseContentType(), about.contentType()))
                .cacheControl(or(request.responseCacheControl(), about.cacheControl()))
                .contentDisposition(or(request.responseContentDisposition(), about.contentDisposition()))
                .contentEncoding(or(request.responseContentEncoding(), about.contentEncoding()))
                .contentLanguage(or(request.responseContentLanguage(), about.contentLanguage()))
                .expiresString(header(request.responseExpires() == null ? about.expires() : request.responseExpires()))
                .metadata(about.metadata())
                .storageClass(about.storageClassHeader())
                .serverSideEncryption(about.encryption())
                .ssekmsKeyId(about.kmsKeyId())
                .tagCount(version.tags().isEmpty() ? null : version.tags().size());
        // A checksum is one of the whole object, and would not fit a part of it.
        if (request.checksumMode() == ChecksumMode.ENABLED && !range.isPart()) {
            version.checksums().tell(response);
        }
        return new Found(response.build(), version.blob(), range);
    }

    HeadObjectResponse head(HeadObjectRequest request) {
        var bucket = account.bucket(request.bucket(), request.expectedBucketOwner());
        var version = Versions.existing(bucket, request.key(), request.versionId());
        check(
                version,
                request.ifMatch(),
                request.ifNoneMatch(),
                request.ifModifiedSince(),
                request.ifUnmodifiedSince());
        var about = version.attributes();
        var response = HeadObjectResponse.builder()
                .acceptRanges("bytes")
                .lastModified(version.lastModified())
                .contentLength(version.size())
                .eTag(version.etag())
                .versionId(Versions.shownId(bucket, version))
                .contentType(about.contentType())
                .cacheControl(about.cacheControl())
                .contentDisposition(about.contentDisposition())
                .contentEncoding(about.contentEncoding())
                .contentLanguage(about.contentLanguage())
                .expiresString(header(about.expires()))
                .metadata(about.metadata())
                .storageClass(about.storageClassHeader())
                .serverSideEncryption(about.encryption())
                .ssekmsKeyId(about.kmsKeyId());
        if (request.checksumMode() == ChecksumMode.ENABLED) {
            version.checksums().tell(response);
        }
        return response.build();
    }

    /** Conditions in the order of RFC 9110: a match on the entity tag makes one on the time not count. */
    private static void check(
            ObjectVersion version,
            @Nullable String match,
            @Nullable String noneMatch,
            @Nullable Instant modifiedSince,
            @Nullable Instant unmodifiedSince) {
        // Headers carry whole seconds.
        var modified = version.lastModified().truncatedTo(ChronoUnit.SECONDS);
        if (match != null && !Digests.same(version.etag(), match)) {
            throw S3Faults.preconditionFailed();
        }
        if (match == null && unmodifiedSince != null && modified.isAfter(unmodifiedSince)) {
            throw S3Faults.preconditionFailed();
        }
        if (noneMatch != null && Digests.same(version.etag(), noneMatch)) {
            throw S3Faults.notModified();
        }
        if (noneMatch == null && modifiedSince != null && !modified.isAfter(modifiedSince)) {
            throw S3Faults.notModified();
        }
    }

    private static @Nullable String header(@Nullable Instant time) {
        return time == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }

    private static @Nullable String or(@Nullable String asked, @Nullable String kept) {
        return asked == null ? kept : asked;
    }
}
