package companion.practice.codecommit;

import companion.practice.world.World;
import java.util.List;
import software.amazon.awssdk.services.codecommit.model.GetRepositoryTriggersResponse;
import software.amazon.awssdk.services.codecommit.model.MaximumRepositoryTriggersExceededException;
import software.amazon.awssdk.services.codecommit.model.PutRepositoryTriggersRequest;
import software.amazon.awssdk.services.codecommit.model.RepositoryTrigger;
import software.amazon.awssdk.services.codecommit.model.RepositoryTriggerDestinationArnRequiredException;
import software.amazon.awssdk.services.codecommit.model.RepositoryTriggerEventsListRequiredException;
import software.amazon.awssdk.services.codecommit.model.RepositoryTriggerNameRequiredException;

/**
 * The triggers of a repository. They are kept; the SNS topics and functions that they name are not in the practice
 * cloud.
 */
final class Triggers {
    private static final int LIMIT = 10;

    private final World world;
    private final Repositories repositories;

    Triggers(World world, Repositories repositories) {
        this.world = world;
        this.repositories = repositories;
    }

    GetRepositoryTriggersResponse get(String repositoryName) {
        var repository = repositories.get(repositoryName);
        return GetRepositoryTriggersResponse.builder()
                .triggers(repository.triggers())
                .configurationId(repository.triggersId())
                .build();
    }

    /** Answers the id of the new configuration, which replaces all triggers. */
    String put(PutRepositoryTriggersRequest request) {
        var repository = repositories.get(request.repositoryName());
        check(request.triggers());
        repository.setTriggers(request.triggers(), world.ids().uuid());
        return repository.triggersId();
    }

    private static void check(List<RepositoryTrigger> triggers) {
        if (triggers.size() > LIMIT) {
            throw Refusals.fault(
                    MaximumRepositoryTriggersExceededException.builder(),
                    "The number of triggers allowed for the repository was exceeded.");
        }
        for (var trigger : triggers) {
            if (trigger.name() == null) {
                throw Refusals.fault(
                        RepositoryTriggerNameRequiredException.builder(),
                        "A name for the trigger is required, but was not specified.");
            }
            if (trigger.destinationArn() == null) {
                throw Refusals.fault(
                        RepositoryTriggerDestinationArnRequiredException.builder(),
                        "A destination ARN for the target service for the trigger is required, but was not specified.");
            }
            if (trigger.eventsAsStrings().isEmpty()) {
                throw Refusals.fault(
                        RepositoryTriggerEventsListRequiredException.builder(),
                        "At least one event for the trigger is required, but was not specified.");
            }
        }
    }
}
