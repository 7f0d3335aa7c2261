package companion.practice.codecommit;

import companion.practice.fabric.Caller;
import companion.practice.fabric.Fabric;
import companion.practice.world.Place;
import companion.practice.world.World;
import java.util.List;
import org.eclipse.jgit.lib.Constants;

/** What follows when references changed, whoever changed them: the default branch, the date, the event. */
final class RefChanges {
    private final World world;
    private final Place place;
    private final Fabric fabric;

    RefChanges(World world, Place place, Fabric fabric) {
        this.world = world;
        this.place = place;
        this.fabric = fabric;
    }

    /** The first branch of a repository becomes its default. */
    void happened(CodeRepository repository, RefChange change) {
        repository.touch(world.now());
        var branch = change.branch();
        if (branch != null && change.after() != null && repository.defaultBranch() == null) {
            repository.setDefaultBranch(branch);
        }
        if (branch != null || change.fullName().startsWith(Constants.R_TAGS)) {
            fabric.events()
                    .put(
                            "aws.codecommit",
                            "CodeCommit Repository State Change",
                            List.of(repository.arn()),
                            () -> change.detail(repository, caller()));
        }
    }

    /** Who changes things now. */
    Caller caller() {
        return Caller.CURRENT.isBound()
                ? Caller.CURRENT.get()
                : new Caller(place.globalArn("iam", "root"), place.account(), null);
    }
}
