package companion.practice.ecr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.LifecyclePolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryPolicyNotFoundException;

/**
 * The two policies of a repository. Both are kept as given: images do not expire here, and there is one account only.
 */
final class Policies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ImageRepository repository;

    Policies(ImageRepository repository) {
        this.repository = repository;
    }

    String lifecycle() {
        var text = repository.lifecyclePolicy();
        if (text == null) {
            throw Refusals.fault(
                    LifecyclePolicyNotFoundException.builder(),
                    "Lifecycle policy does not exist for the repository with name '" + repository.name()
                            + "' in the registry with id '" + repository.registryId() + "'");
        }
        return text;
    }

    void setLifecycle(@Nullable String text) {
        if (!isObjectWith(text, "rules")) {
            throw Refusals.invalid("LifecyclePolicyText", "Lifecycle policy validation failure: object has missing"
                    + " required properties ([\"rules\"])");
        }
        repository.setLifecyclePolicy(text);
    }

    /** Answers the policy that it removed. */
    String deleteLifecycle() {
        var text = lifecycle();
        repository.setLifecyclePolicy(null);
        return text;
    }

    String access() {
        var text = repository.repositoryPolicy();
        if (text == null) {
            throw Refusals.fault(
                    RepositoryPolicyNotFoundException.builder(),
                    "Repository policy does not exist for the repository with name '" + repository.name()
                            + "' in the registry with id '" + repository.registryId() + "'");
        }
        return text;
    }

    void setAccess(@Nullable String text) {
        if (!isObjectWith(text, "Statement")) {
            throw Refusals.invalid("PolicyText", "Invalid repository policy provided");
        }
        repository.setRepositoryPolicy(text);
    }

    /** Answers the policy that it removed. */
    String deleteAccess() {
        var text = access();
        repository.setRepositoryPolicy(null);
        return text;
    }

    private static boolean isObjectWith(@Nullable String text, String member) {
        try {
            return text != null && JSON.readTree(text).has(member);
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
