package companion.practice.codepipeline.action;

import companion.practice.fabric.Fault;
import companion.practice.fabric.Services;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/** Artifacts as zips in the pipeline's bucket. */
final class ArtifactStore {
    /** Zip entries carry a time; a fixed one keeps equal contents equal. */
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final Services services;

    ArtifactStore(Services services) {
        this.services = services;
    }

    /** @param files path to bytes */
    void put(ActionRun.Artifact artifact, Map<String, byte[]> files) throws ActionFailed {
        try {
            services.s3()
                    .putObject(
                            request -> request.bucket(artifact.bucket()).key(artifact.key()),
                            RequestBody.fromBytes(zip(files)));
        } catch (SdkException e) {
            throw ActionFailed.permission("The provided role does not have sufficient permissions to access the artifact "
                    + "bucket " + artifact.bucket() + ": " + Fault.text(e));
        }
    }

    /** One file of an artifact, or empty if the artifact does not have it. */
    Optional<byte[]> file(ActionRun.Artifact artifact, String path) throws ActionFailed {
        byte[] zip;
        try {
            zip = services.s3()
                    .getObject(
                            request -> request.bucket(artifact.bucket()).key(artifact.key()),
                            ResponseTransformer.toBytes())
                    .asByteArray();
        } catch (SdkException e) {
            throw ActionFailed.permission("The provided role does not have sufficient permissions to access S3 object "
                    + artifact.bucket() + "/" + artifact.key() + ": " + Fault.text(e));
        }
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(path)) {
                    return Optional.of(in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw ActionFailed.configuration("The artifact " + artifact.name() + " is not a zip: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ZIP_TIME);
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
