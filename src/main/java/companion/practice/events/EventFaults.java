package companion.practice.events;

import companion.practice.fabric.Fault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

/** EventBridge's errors. */
final class EventFaults {
    private EventFaults() {}

    static AwsServiceException noRule(String name) {
        return Fault.of(
                ResourceNotFoundException.builder(),
                "ResourceNotFoundException",
                "Rule " + name + " does not exist on EventBus default.");
    }

    static AwsServiceException validation(String text) {
        return Fault.of(EventBridgeException.builder(), "ValidationException", text);
    }
}
