package companion.practice.codepipeline.action;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.codepipeline.model.ActionCategory;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

/** The action types that the practice cloud offers. */
public final class ActionCatalog {
    private final ManualApproval approvals;
    private final List<ActionProvider> providers;

    public ActionCatalog(World world, Place place, Services services, Fabric fabric) {
        var store = new ArtifactStore(services);
        this.approvals = new ManualApproval(world);
        this.providers = List.of(
                new CodeCommitSource(world, place, services, store),
                new CodeBuildAction(ActionCategory.BUILD, place, services, fabric),
                new CodeBuildAction(ActionCategory.TEST, place, services, fabric),
                new CodeDeployToEcs(place, services, fabric, store),
                new EcsRollingDeploy(world, place, services, fabric, store),
                approvals);
    }

    /** The provider of an action type, or empty if there is none. */
    public Optional<ActionProvider> find(ActionTypeId type) {
        return providers.stream().filter(provider -> provider.type().equals(type)).findFirst();
    }

    public List<ActionProvider> all() {
        return providers;
    }

    /** Answers the approval with that token; false if none waits under it. */
    public boolean answerApproval(String token, boolean approved, String summary) {
        return approvals.answer(token, approved, summary);
    }

    static ActionTypeId type(ActionCategory category, String provider) {
        return ActionTypeId.builder()
                .category(category)
                .owner(ActionOwner.AWS)
                .provider(provider)
                .version("1")
                .build();
    }
}
