package companion.practice.ecs;

import companion.practice.fabric.Caller;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;

/** What surrounds the ECS of one region: time, place, the other services and the seams. */
record EcsRegion(World world, Place place, Services services, Fabric fabric) {

    String arn(String resource) {
        return place.arn("ecs", resource);
    }

    /** The principal of the call being handled, as {@code registeredBy} and {@code createdBy} show it. */
    String caller() {
        return Caller.CURRENT.isBound() ? Caller.CURRENT.get().arn() : place.globalArn("iam", "root");
    }

    /** Whether that service makes the call being handled, in a role that it assumed. */
    boolean calledBy(String service) {
        return Caller.CURRENT.isBound() && service.equals(Caller.CURRENT.get().service());
    }
}
