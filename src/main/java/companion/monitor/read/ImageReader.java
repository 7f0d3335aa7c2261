package companion.monitor.read;

import companion.aws.AwsErrors;
import companion.aws.Connection;
import companion.monitor.snapshot.ImageSnapshot;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.EcsException;

/**
 * Reads which images task definitions name, and what ECR knows of them. A task definition never changes, so each is asked
 * once, and its image too. Used by one thread at a time.
 */
final class ImageReader {
    /** {@code account.dkr.ecr.region.amazonaws.com/repository:tag} or {@code …@sha256:…}. */
    private static final Pattern ECR =
            Pattern.compile("(\\d{12})\\.dkr\\.ecr\\.[^/]+/([^:@]+)(?::([^@]+))?(?:@(sha256:[0-9a-f]+))?");

    private final Connection connection;
    private final Map<String, String> byTaskDefinition = new HashMap<>();
    private final Map<String, Optional<ImageSnapshot>> byUri = new HashMap<>();

    ImageReader(Connection connection) {
        this.connection = connection;
    }

    /** The image of the first container, as the task definition names it; empty if that is deleted or may not be looked at. */
    String uri(String taskDefinition) {
        return byTaskDefinition.computeIfAbsent(taskDefinition, this::describe);
    }

    private String describe(String taskDefinition) {
        try {
            return connection
                    .ecs()
                    .describeTaskDefinition(request -> request.taskDefinition(taskDefinition))
                    .taskDefinition()
                    .containerDefinitions()
                    .stream()
                    .findFirst()
                    .map(ContainerDefinition::image)
                    .orElse("");
        } catch (EcsException e) {
            if (AwsErrors.isFinal(e)) {
                return "";
            }
            throw e;
        }
    }

    /** Its tag, or else its digest, or else its name. */
    String label(String taskDefinition) {
        var image = uri(taskDefinition);
        int slash = image.lastIndexOf('/');
        int tag = image.indexOf(image.contains("@") ? '@' : ':', slash + 1);
        return tag < 0 ? image.substring(slash + 1) : image.substring(tag + 1);
    }

    /** What ECR knows of these images. One that it does not know, or may not tell of, is left out. */
    List<ImageSnapshot> images(Collection<String> taskDefinitions) {
        return taskDefinitions.stream()
                .map(this::uri)
                .distinct()
                .map(uri -> byUri.computeIfAbsent(uri, this::read))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<ImageSnapshot> read(String uri) {
        var name = ECR.matcher(uri);
        if (!name.matches()) {
            return Optional.empty();
        }
        var id = name.group(4) != null
                ? ImageIdentifier.builder().imageDigest(name.group(4)).build()
                : ImageIdentifier.builder()
                        .imageTag(name.group(3) == null ? "latest" : name.group(3))
                        .build();
        try {
            return connection
                    .ecr()
                    .describeImages(request ->
                            request.registryId(name.group(1)).repositoryName(name.group(2)).imageIds(id))
                    .imageDetails()
                    .stream()
                    .findFirst()
                    .map(image -> new ImageSnapshot(
                            uri,
                            image.repositoryName(),
                            image.imageTags(),
                            image.imageDigest(),
                            image.imagePushedAt(),
                            image.imageSizeInBytes() == null ? 0 : image.imageSizeInBytes()));
        } catch (EcrException e) {
            if (AwsErrors.isFinal(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
