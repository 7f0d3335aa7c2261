package companion.workshops.shared;

import companion.workshop.Progress;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;

/** Deletes a stack and waits until it is gone; what keeps it from going is named. */
public final class StackRemoval {
    private StackRemoval() {}

    public static RemovalStep of(Site site, String id, String stackName) {
        var aws = site.connection();
        var request = DeleteStackRequest.builder().stackName(stackName).build();
        return new RemovalStep(
                site,
                new AwsStep.Title(id, "Delete the stack " + stackName, "CloudFormation", "DeleteStack"),
                List.of(Calls.of(site, "CloudFormation", request)),
                () -> Stacks.find(aws, stackName).isPresent(),
                progress -> delete(site, request, progress));
    }

    private static void delete(Site site, DeleteStackRequest request, Progress progress) throws Exception {
        var aws = site.connection();
        int resources = aws.cloudFormation()
                .describeStackResources(it -> it.stackName(request.stackName()))
                .stackResources()
                .size();
        aws.cloudFormation().deleteStack(request);
        var left = Stacks.settle(site, request.stackName(), Math.max(1, resources), progress);
        if (left.isPresent()) {
            throw Stacks.failure(aws, left.get(), AwsDiagnosis.STACK_HELD_UP);
        }
    }
}
