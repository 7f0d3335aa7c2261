package companion.practice.codebuild.docker;

import companion.practice.fabric.ContainerImage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Docker daemon of one build container: its images, and the registries it has passwords for. */
final class DockerEngine {
    final Map<String, ContainerImage> images = new LinkedHashMap<>();
    final Set<String> logins = new HashSet<>();
    /** Repository and layer, so that a second push says that the layer is there already. */
    final Set<String> pushedLayers = new HashSet<>();

    @Nullable
    ContainerImage find(Reference reference) {
        return images.get(reference.toString());
    }

    void tag(Reference reference, ContainerImage image) {
        images.put(reference.toString(), image);
    }
}
