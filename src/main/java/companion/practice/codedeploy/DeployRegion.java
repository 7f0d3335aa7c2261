package companion.practice.codedeploy;

import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.fabric.Trust;
import companion.practice.world.Place;
import companion.practice.world.World;

/** What surrounds the CodeDeploy of one region: time, place, the other services and the seams. */
record DeployRegion(World world, Place place, Services services, Fabric fabric) {
    static final String PRINCIPAL = "codedeploy.amazonaws.com";

    String arn(String resource) {
        return place.arn("codedeploy", resource);
    }

    Trust.Answer assume(String roleArn) {
        return fabric.trust().assume(roleArn, PRINCIPAL);
    }
}
