package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.resource.ResourceTypes;
import companion.practice.fabric.Fabric;
import companion.practice.fabric.Services;
import companion.practice.world.Place;
import companion.practice.world.World;

/** What the CloudFormation of one region stands in. */
public record Room(World world, Place place, Services services, Fabric fabric, ResourceTypes types) {}
