package companion.practice.cloudformation.resource.ec2;

import companion.practice.cloudformation.resource.Desired;
import companion.practice.cloudformation.resource.Existing;
import companion.practice.cloudformation.resource.Pace;
import companion.practice.cloudformation.resource.ResourceType;
import companion.practice.fabric.Services;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** A type of EC2 whose physical id is what EC2 tags go by; in place, only tags change unless a type says more. */
abstract class Ec2Type extends ResourceType {

    Ec2Type(String name, String properties, String attributes, Pace pace) {
        super(name, properties, attributes, pace);
    }

    abstract String create(Desired desired, Ec2Client ec2);

    abstract void delete(Existing resource, Ec2Client ec2);

    @Override
    public final String create(Desired desired, Services cloud) {
        return create(desired, cloud.ec2());
    }

    @Override
    public final void delete(Existing resource, Services cloud) {
        delete(resource, cloud.ec2());
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        Ec2Tags.change(current.physicalId(), current, desired, cloud.ec2());
    }
}
