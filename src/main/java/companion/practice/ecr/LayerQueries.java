package companion.practice.ecr;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecr.model.BatchCheckLayerAvailabilityResponse;
import software.amazon.awssdk.services.ecr.model.Layer;
import software.amazon.awssdk.services.ecr.model.LayerAvailability;
import software.amazon.awssdk.services.ecr.model.LayerFailure;
import software.amazon.awssdk.services.ecr.model.LayerFailureCode;

/** BatchCheckLayerAvailability over one repository. */
final class LayerQueries {
    private final ImageRepository repository;

    LayerQueries(ImageRepository repository) {
        this.repository = repository;
    }

    BatchCheckLayerAvailabilityResponse check(List<String> digests) {
        var layers = new ArrayList<Layer>();
        var failures = new ArrayList<LayerFailure>();
        for (var digest : digests) {
            if (!Digests.valid(digest)) {
                failures.add(LayerFailure.builder()
                        .layerDigest(digest)
                        .failureCode(LayerFailureCode.INVALID_LAYER_DIGEST)
                        .failureReason("Invalid parameter at 'layerDigests' failed to satisfy constraint: 'must satisfy"
                                + " regular expression '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+''")
                        .build());
                continue;
            }
            var size = repository.layerSize(digest);
            layers.add(Layer.builder()
                    .layerDigest(digest)
                    .layerAvailability(size == null ? LayerAvailability.UNAVAILABLE : LayerAvailability.AVAILABLE)
                    .layerSize(size)
                    .build());
        }
        return BatchCheckLayerAvailabilityResponse.builder()
                .layers(layers)
                .failures(failures)
                .build();
    }
}
