package companion.practice.codecommit;

import companion.practice.fabric.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codecommit.model.InvalidResourceArnException;
import software.amazon.awssdk.services.codecommit.model.InvalidSystemTagUsageException;
import software.amazon.awssdk.services.codecommit.model.ResourceArnRequiredException;
import software.amazon.awssdk.services.codecommit.model.TagKeysListRequiredException;
import software.amazon.awssdk.services.codecommit.model.TagsMapRequiredException;
import software.amazon.awssdk.services.codecommit.model.TooManyTagsException;

/** The tags on repositories, which are named here by ARN. */
final class ResourceTags {
    private static final int LIMIT = 50;

    private final Repositories repositories;
    private final String arnPrefix;

    /** @param arnPrefix the ARN of a repository up to its name */
    ResourceTags(Repositories repositories, String arnPrefix) {
        this.repositories = repositories;
        this.arnPrefix = arnPrefix;
    }

    Map<String, String> of(@Nullable String arn) {
        return byArn(arn).tags();
    }

    void add(@Nullable String arn, Map<String, String> tags) {
        var repository = byArn(arn);
        if (tags.isEmpty()) {
            throw Refusals.fault(TagsMapRequiredException.builder(), "A map of tags is required.");
        }
        check(tags);
        long fresh = tags.keySet().stream().filter(key -> !repository.tags().containsKey(key)).count();
        refuseMoreThan(repository.tags().size() + (int) fresh);
        repository.tags().putAll(tags);
    }

    void remove(@Nullable String arn, List<String> keys) {
        var repository = byArn(arn);
        if (keys.isEmpty()) {
            throw Refusals.fault(
                    TagKeysListRequiredException.builder(),
                    "A list of tag keys is required. The list cannot be empty or null.");
        }
        keys.forEach(repository.tags()::remove);
    }

    static void check(Map<String, String> tags) {
        refuseMoreThan(tags.size());
        // Services that make resources for their callers, such as CloudFormation, mark them so.
        boolean byService = Caller.CURRENT.isBound() && Caller.CURRENT.get().service() != null;
        if (!byService && tags.keySet().stream().anyMatch(key -> key.startsWith("aws:"))) {
            throw Refusals.fault(
                    InvalidSystemTagUsageException.builder(),
                    "The specified tag is not valid. Key names cannot be prefixed with aws:.");
        }
    }

    private static void refuseMoreThan(int count) {
        if (count > LIMIT) {
            throw Refusals.fault(
                    TooManyTagsException.builder(),
                    "The maximum number of tags for an AWS CodeCommit resource has been exceeded.");
        }
    }

    private CodeRepository byArn(@Nullable String arn) {
        if (arn == null) {
            throw Refusals.fault(
                    ResourceArnRequiredException.builder(),
                    "A valid Amazon Resource Name (ARN) for an AWS CodeCommit resource is required.");
        }
        if (!arn.startsWith(arnPrefix)) {
            throw Refusals.fault(
                    InvalidResourceArnException.builder(), "The value for the resource ARN is not valid.");
        }
        return repositories.get(arn.substring(arnPrefix.length()));
    }
}
