package companion.practice.codecommit;

import companion.practice.world.Place;
import companion.practice.world.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.BatchGetRepositoriesError;
import software.amazon.awssdk.services.codecommit.model.BatchGetRepositoriesErrorCodeEnum;
import software.amazon.awssdk.services.codecommit.model.BatchGetRepositoriesResponse;
import software.amazon.awssdk.services.codecommit.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.codecommit.model.InvalidRepositoryDescriptionException;
import software.amazon.awssdk.services.codecommit.model.ListRepositoriesRequest;
import software.amazon.awssdk.services.codecommit.model.ListRepositoriesResponse;
import software.amazon.awssdk.services.codecommit.model.MaximumRepositoryNamesExceededException;
import software.amazon.awssdk.services.codecommit.model.OrderEnum;
import software.amazon.awssdk.services.codecommit.model.RepositoryMetadata;
import software.amazon.awssdk.services.codecommit.model.RepositoryNameExistsException;
import software.amazon.awssdk.services.codecommit.model.RepositoryNameIdPair;
import software.amazon.awssdk.services.codecommit.model.RepositoryNamesRequiredException;
import software.amazon.awssdk.services.codecommit.model.SortByEnum;

/** The repositories of one region by name. */
final class Repositories {
    private static final int PAGE = 1000;
    private static final String DEFAULT_KEY = "alias/aws/codecommit";

    private final World world;
    private final Place place;
    private final Supplier<URI> endpoint;
    private final Map<String, CodeRepository> byName = new TreeMap<>();

    Repositories(World world, Place place, Supplier<URI> endpoint) {
        this.world = world;
        this.place = place;
        this.endpoint = endpoint;
    }

    /** The repository of that name; the refusals are those of all operations that name one. */
    CodeRepository get(@Nullable String name) {
        var repository = find(Refusals.repositoryName(name));
        if (repository == null) {
            throw Refusals.noRepository(name);
        }
        return repository;
    }

    @Nullable CodeRepository find(String name) {
        return byName.get(name);
    }

    CodeRepository create(CreateRepositoryRequest request) {
        var name = Refusals.repositoryName(request.repositoryName());
        refuseTaken(name);
        checkDescription(request.repositoryDescription());
        ResourceTags.check(request.tags());
        var repository = new CodeRepository(
                place,
                world.ids().uuid(),
                name,
                request.repositoryDescription(),
                request.kmsKeyId() == null ? DEFAULT_KEY : request.kmsKeyId(),
                world.now(),
                world.ids().uuid());
        repository.tags().putAll(request.tags());
        byName.put(name, repository);
        return repository;
    }

    /** Removes a repository if there is one. */
    @Nullable String delete(@Nullable String name) {
        var gone = byName.remove(Refusals.repositoryName(name));
        return gone == null ? null : gone.id();
    }

    void rename(@Nullable String oldName, @Nullable String newName) {
        var repository = get(oldName);
        refuseTaken(Refusals.repositoryName(newName));
        byName.remove(oldName);
        repository.rename(newName, world.now());
        byName.put(newName, repository);
    }

    void describe(@Nullable String name, @Nullable String description) {
        var repository = get(name);
        checkDescription(description);
        repository.describe(description, world.now());
    }

    RepositoryMetadata metadata(CodeRepository repository) {
        return repository.metadata(GitPath.cloneUrl(endpoint.get(), place.region(), repository.name()));
    }

    BatchGetRepositoriesResponse batchGet(List<String> names) {
        if (names.isEmpty()) {
            throw Refusals.fault(
                    RepositoryNamesRequiredException.builder(),
                    "At least one repository name object is required, but was not specified.");
        }
        if (names.size() > 100) {
            throw Refusals.fault(
                    MaximumRepositoryNamesExceededException.builder(),
                    "The maximum number of allowed repository names was exceeded. Currently, this number is 100.");
        }
        var found = new ArrayList<RepositoryMetadata>();
        var missing = new ArrayList<String>();
        for (var name : names) {
            var repository = find(Refusals.repositoryName(name));
            if (repository == null) {
                missing.add(name);
            } else {
                found.add(metadata(repository));
            }
        }
        return BatchGetRepositoriesResponse.builder()
                .repositories(found)
                .repositoriesNotFound(missing)
                .errors(missing.stream().map(Repositories::notFound).toList())
                .build();
    }

    ListRepositoriesResponse list(ListRepositoriesRequest request) {
        var order = request.sortBy() == SortByEnum.LAST_MODIFIED_DATE
                ? Comparator.comparing(CodeRepository::modified).thenComparing(CodeRepository::name)
                : Comparator.comparing(CodeRepository::name);
        var sorted = byName.values().stream()
                .sorted(request.order() == OrderEnum.DESCENDING ? order.reversed() : order)
                .map(each -> RepositoryNameIdPair.builder()
                        .repositoryName(each.name())
                        .repositoryId(each.id())
                        .build())
                .toList();
        var page = Slice.of(sorted, request.nextToken(), null, PAGE);
        return ListRepositoriesResponse.builder()
                .repositories(page.items())
                .nextToken(page.next())
                .build();
    }

    private void refuseTaken(String name) {
        if (byName.containsKey(name)) {
            throw Refusals.fault(
                    RepositoryNameExistsException.builder(), "Repository named " + name + " already exists");
        }
    }

    private static void checkDescription(@Nullable String description) {
        if (description != null && description.length() > 1000) {
            throw Refusals.fault(
                    InvalidRepositoryDescriptionException.builder(),
                    "The specified repository description is not valid.");
        }
    }

    private static BatchGetRepositoriesError notFound(String name) {
        return BatchGetRepositoriesError.builder()
                .repositoryName(name)
                .errorCode(BatchGetRepositoriesErrorCodeEnum.REPOSITORY_DOES_NOT_EXIST_EXCEPTION)
                .errorMessage(name + " does not exist")
                .build();
    }
}
