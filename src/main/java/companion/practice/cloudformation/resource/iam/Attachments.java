package companion.practice.cloudformation.resource.iam;

import companion.practice.cloudformation.resource.FailureReason;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Bringing what is attached to what from one list to another. */
final class Attachments {
    private Attachments() {}

    static void move(List<String> before, List<String> after, Consumer<String> attach, Consumer<String> detach) {
        after.stream().filter(one -> !before.contains(one)).forEach(attach);
        before.stream().filter(one -> !after.contains(one)).forEach(one -> ifThere(() -> detach.accept(one)));
    }

    /** Does what takes something away; that it is gone already is no error. */
    static void ifThere(Runnable removal) {
        try {
            removal.run();
        } catch (AwsServiceException failure) {
            if (!FailureReason.isGone(failure)) {
                throw failure;
            }
        }
    }
}
