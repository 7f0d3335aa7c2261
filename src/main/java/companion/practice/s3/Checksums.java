package companion.practice.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * The checksums that came with an object, in Base64, and go back with it. The front door has compared them with the
 * bytes.
 */
record Checksums(
        @Nullable String crc32,
        @Nullable String crc32c,
        @Nullable String crc64nvme,
        @Nullable String sha1,
        @Nullable String sha256) {

    static final Checksums NONE = new Checksums(null, null, null, null, null);

    static Checksums of(PutObjectRequest request) {
        return new Checksums(
                request.checksumCRC32(),
                request.checksumCRC32C(),
                request.checksumCRC64NVME(),
                request.checksumSHA1(),
                request.checksumSHA256());
    }

    static Checksums of(UploadPartRequest request) {
        return new Checksums(
                request.checksumCRC32(),
                request.checksumCRC32C(),
                request.checksumCRC64NVME(),
                request.checksumSHA1(),
                request.checksumSHA256());
    }

    void tell(PutObjectResponse.Builder response) {
        response.checksumCRC32(crc32)
                .checksumCRC32C(crc32c)
                .checksumCRC64NVME(crc64nvme)
                .checksumSHA1(sha1)
                .checksumSHA256(sha256)
                .checksumType(type());
    }

    void tell(UploadPartResponse.Builder response) {
        response.checksumCRC32(crc32)
                .checksumCRC32C(crc32c)
                .checksumCRC64NVME(crc64nvme)
                .checksumSHA1(sha1)
                .checksumSHA256(sha256);
    }

    void tell(GetObjectResponse.Builder response) {
        response.checksumCRC32(crc32)
                .checksumCRC32C(crc32c)
                .checksumCRC64NVME(crc64nvme)
                .checksumSHA1(sha1)
                .checksumSHA256(sha256)
                .checksumType(type());
    }

    void tell(HeadObjectResponse.Builder response) {
        response.checksumCRC32(crc32)
                .checksumCRC32C(crc32c)
                .checksumCRC64NVME(crc64nvme)
                .checksumSHA1(sha1)
                .checksumSHA256(sha256)
                .checksumType(type());
    }

    private @Nullable String type() {
        return equals(NONE) ? null : "FULL_OBJECT";
    }
}
