package companion.practice.s3;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * What is said of an object when it is made, and given back with it.
 *
 * @param metadata the user's own, names in lower case
 * @param encryption {@code AES256} unless KMS was asked for
 */
record ObjectAttributes(
        String contentType,
        @Nullable String cacheControl,
        @Nullable String contentDisposition,
        @Nullable String contentEncoding,
        @Nullable String contentLanguage,
        @Nullable Instant expires,
        Map<String, String> metadata,
        String storageClass,
        String encryption,
        @Nullable String kmsKeyId) {

    private static final String DEFAULT_TYPE = "binary/octet-stream";
    private static final String STANDARD = "STANDARD";
    private static final String AES = "AES256";

    static ObjectAttributes of(PutObjectRequest request) {
        return new ObjectAttributes(
                Objects.requireNonNullElse(request.contentType(), DEFAULT_TYPE),
                request.cacheControl(),
                request.contentDisposition(),
                request.contentEncoding(),
                request.contentLanguage(),
                request.expires(),
                new LinkedHashMap<>(request.metadata()),
                Objects.requireNonNullElse(request.storageClassAsString(), STANDARD),
                Objects.requireNonNullElse(request.serverSideEncryptionAsString(), AES),
                request.ssekmsKeyId());
    }

    static ObjectAttributes of(CreateMultipartUploadRequest request) {
        return new ObjectAttributes(
                Objects.requireNonNullElse(request.contentType(), DEFAULT_TYPE),
                request.cacheControl(),
                request.contentDisposition(),
                request.contentEncoding(),
                request.contentLanguage(),
                request.expires(),
                new LinkedHashMap<>(request.metadata()),
                Objects.requireNonNullElse(request.storageClassAsString(), STANDARD),
                Objects.requireNonNullElse(request.serverSideEncryptionAsString(), AES),
                request.ssekmsKeyId());
    }

    /**
     * Those of a copy: its own where the request replaces them, else the source's; class and encryption are never
     * copied.
     */
    ObjectAttributes copied(CopyObjectRequest request) {
        boolean own = "REPLACE".equals(request.metadataDirectiveAsString());
        return new ObjectAttributes(
                own ? Objects.requireNonNullElse(request.contentType(), DEFAULT_TYPE) : contentType,
                own ? request.cacheControl() : cacheControl,
                own ? request.contentDisposition() : contentDisposition,
                own ? request.contentEncoding() : contentEncoding,
                own ? request.contentLanguage() : contentLanguage,
                own ? request.expires() : expires,
                own ? new LinkedHashMap<>(request.metadata()) : metadata,
                Objects.requireNonNullElse(request.storageClassAsString(), STANDARD),
                Objects.requireNonNullElse(request.serverSideEncryptionAsString(), AES),
                request.ssekmsKeyId());
    }

    /** As the header has it, which is not sent for the standard class. */
    @Nullable String storageClassHeader() {
        return storageClass.equals(STANDARD) ? null : storageClass;
    }
}
