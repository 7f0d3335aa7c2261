package companion.practice.cloudformation.resource;

import companion.practice.fabric.Services;

/**
 * {@code AWS::CloudFormation::WaitConditionHandle}: Ref is a URL. It makes nothing anywhere, which is why templates use
 * it as a resource that does nothing.
 */
final class WaitConditionHandleType extends ResourceType {

    WaitConditionHandleType() {
        super("AWS::CloudFormation::WaitConditionHandle", "", "", Pace.seconds(2, 3));
    }

    @Override
    public String create(Desired desired, Services cloud) {
        return "https://cloudformation-waitcondition-" + desired.place().region() + ".s3.amazonaws.com/"
                + desired.stackName() + "/" + desired.logicalId() + "/" + desired.ids().uuid();
    }

    @Override
    public void update(Existing current, Desired desired, Services cloud) {
        // There is nothing that could change.
    }

    @Override
    public void delete(Existing resource, Services cloud) {
        // There is nothing to take away.
    }
}
