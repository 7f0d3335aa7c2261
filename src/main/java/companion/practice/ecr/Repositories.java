package companion.practice.ecr;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.DeleteRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesRequest;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.EncryptionConfiguration;
import software.amazon.awssdk.services.ecr.model.EncryptionType;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotEmptyException;
import software.amazon.awssdk.services.ecr.model.Tag;

/** The repositories of one region by name. */
final class Repositories {
    private final World world;
    private final Place place;
    private final Map<String, ImageRepository> byName = new TreeMap<>();

    Repositories(World world, Place place) {
        this.world = world;
        this.place = place;
    }

    /** The repository of that name; the refusals are those of all operations that name one. */
    ImageRepository get(@Nullable String registryId, @Nullable String name) {
        var repository = find(Refusals.repositoryName(name));
        if (repository == null || registryId != null && !registryId.equals(place.account())) {
            throw Refusals.noRepository(name, registryId == null ? place.account() : registryId);
        }
        return repository;
    }

    @Nullable ImageRepository find(String name) {
        return byName.get(name);
    }

    /** The repository with that ARN. */
    ImageRepository byArn(@Nullable String arn) {
        var prefix = place.arn("ecr", "repository/");
        if (arn == null || !arn.startsWith(prefix)) {
            throw Refusals.invalid("resourceArn", "Invalid ARN");
        }
        return get(null, arn.substring(prefix.length()));
    }

    Repository create(CreateRepositoryRequest request) {
        var name = Refusals.repositoryName(request.repositoryName());
        if (byName.containsKey(name)) {
            throw Refusals.fault(
                    RepositoryAlreadyExistsException.builder(),
                    "The repository with name '" + name + "' already exists in the registry with id '" + place.account()
                            + "'");
        }
        var encryption = request.encryptionConfiguration() != null
                ? request.encryptionConfiguration()
                : EncryptionConfiguration.builder()
                        .encryptionType(EncryptionType.AES256)
                        .build();
        var repository = new ImageRepository(place, name, world.now(), encryption);
        if (request.imageTagMutability() != null) {
            repository.setMutability(
                    known(request.imageTagMutability()), request.imageTagMutabilityExclusionFilters());
        }
        if (request.imageScanningConfiguration() != null) {
            repository.setScanning(request.imageScanningConfiguration());
        }
        tag(repository, request.tags());
        byName.put(name, repository);
        return repository.describe();
    }

    Repository delete(DeleteRepositoryRequest request) {
        var repository = get(request.registryId(), request.repositoryName());
        if (!repository.images().isEmpty() && !Boolean.TRUE.equals(request.force())) {
            throw Refusals.fault(
                    RepositoryNotEmptyException.builder(),
                    "The repository with name '" + repository.name() + "' in registry with id '" + place.account()
                            + "' cannot be deleted because it still contains images");
        }
        byName.remove(repository.name());
        return repository.describe();
    }

    DescribeRepositoriesResponse describe(DescribeRepositoriesRequest request) {
        var found = new ArrayList<Repository>();
        if (request.hasRepositoryNames()) {
            for (var name : request.repositoryNames()) {
                found.add(get(request.registryId(), name).describe());
            }
        } else {
            byName.values().forEach(each -> found.add(each.describe()));
        }
        var page = Slice.of(found, request.nextToken(), request.maxResults());
        return DescribeRepositoriesResponse.builder()
                .repositories(page.items())
                .nextToken(page.next())
                .build();
    }

    static void tag(ImageRepository repository, List<Tag> tags) {
        for (var tag : tags) {
            if (tag.key() == null || tag.key().isEmpty() || tag.key().length() > 128) {
                throw Refusals.invalid("tags", "Tag keys can have a maximum character length of 128 characters");
            }
        }
        tags.forEach(tag -> repository.resourceTags().put(tag.key(), tag.value() == null ? "" : tag.value()));
    }

    static ImageTagMutability known(@Nullable ImageTagMutability mutability) {
        if (mutability == null || mutability == ImageTagMutability.UNKNOWN_TO_SDK_VERSION) {
            throw Refusals.invalid(
                    "imageTagMutability",
                    "Member must satisfy enum value set: " + ImageTagMutability.knownValues());
        }
        return mutability;
    }
}
