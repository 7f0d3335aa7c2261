package companion.practice.ecr;

import companion.practice.world.World;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.CompleteLayerUploadRequest;
import software.amazon.awssdk.services.ecr.model.EmptyUploadException;
import software.amazon.awssdk.services.ecr.model.InvalidLayerException;
import software.amazon.awssdk.services.ecr.model.InvalidLayerPartException;
import software.amazon.awssdk.services.ecr.model.LayerAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.LayerPartTooSmallException;
import software.amazon.awssdk.services.ecr.model.UploadLayerPartRequest;
import software.amazon.awssdk.services.ecr.model.UploadNotFoundException;

/** Layer uploads through the AWS interface: parts in order, each but the last of 5 MiB or more. */
final class LayerUploads {
    /** What InitiateLayerUpload tells a client to send at once. */
    static final long PART_SIZE = 10 * 1024 * 1024;

    private static final long LEAST = 5 * 1024 * 1024;

    private static final class Upload {
        private final String repository;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean shortPart;
        private boolean shortPartBeforeLast;

        Upload(String repository) {
            this.repository = repository;
        }
    }

    private final World world;
    private final Map<String, Upload> uploads = new HashMap<>();

    LayerUploads(World world) {
        this.world = world;
    }

    /** Answers the upload's id. */
    String begin(ImageRepository repository) {
        var id = world.ids().uuid();
        uploads.put(id, new Upload(repository.name()));
        return id;
    }

    /** Answers the last byte received. */
    long part(ImageRepository repository, UploadLayerPartRequest request) {
        var upload = get(repository, request.uploadId());
        var blob = request.layerPartBlob() == null ? new byte[0] : request.layerPartBlob().asByteArrayUnsafe();
        long from = request.partFirstByte() == null ? -1 : request.partFirstByte();
        long to = request.partLastByte() == null ? -1 : request.partLastByte();
        if (from != upload.bytes.size() || to - from + 1 != blob.length || blob.length == 0) {
            throw Refusals.fault(
                    InvalidLayerPartException.builder()
                            .registryId(repository.registryId())
                            .repositoryName(repository.name())
                            .uploadId(request.uploadId())
                            .lastValidByteReceived(upload.bytes.size() - 1L),
                    "The layer part size is not valid, or the first byte specified is not consecutive to the last"
                            + " byte of a previous layer part upload.");
        }
        upload.shortPartBeforeLast |= upload.shortPart;
        upload.shortPart = blob.length < LEAST;
        upload.bytes.writeBytes(blob);
        return to;
    }

    /** Answers the layer's digest. */
    String complete(ImageRepository repository, CompleteLayerUploadRequest request) {
        var upload = get(repository, request.uploadId());
        var bytes = upload.bytes.toByteArray();
        if (bytes.length == 0) {
            throw Refusals.fault(
                    EmptyUploadException.builder(), "The specified layer upload does not contain any layer parts.");
        }
        if (upload.shortPartBeforeLast) {
            throw Refusals.fault(LayerPartTooSmallException.builder(), "Layer parts must be at least 5 MiB in size.");
        }
        var digest = Digests.of(bytes);
        if (!request.layerDigests().contains(digest)) {
            throw Refusals.fault(
                    InvalidLayerException.builder(),
                    "The layer digest calculation performed by Amazon ECR upon receipt of the image layer does not"
                            + " match the digest specified.");
        }
        if (repository.hasLayer(digest)) {
            throw Refusals.fault(
                    LayerAlreadyExistsException.builder(),
                    "Layer with digest"
                            + " '" + digest + "' already exists in the repository with name '" + repository.name()
                            + "' in registry with id '" + repository.registryId() + "'");
        }
        uploads.remove(request.uploadId());
        Digests.keep(world.blobs(), bytes);
        repository.addLayer(digest, bytes.length);
        return digest;
    }

    private Upload get(ImageRepository repository, @Nullable String id) {
        var upload = id == null ? null : uploads.get(id);
        if (upload == null || !upload.repository.equals(repository.name())) {
            throw Refusals.fault(
                    UploadNotFoundException.builder(),
                    "Layer upload with id '" + id + "' does not exist in the repository with name '" + repository.name()
                            + "' in the registry with id '" + repository.registryId() + "'");
        }
        return upload;
    }
}
