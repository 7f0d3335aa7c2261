package companion.practice.ecs;

import companion.practice.fabric.Fault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.ServiceNotActiveException;
import software.amazon.awssdk.services.ecs.model.ServiceNotFoundException;
import software.amazon.awssdk.services.ecs.model.TaskSetNotFoundException;
import software.amazon.awssdk.services.ecs.model.UnsupportedFeatureException;

/** The errors of ECS, in its own words. */
final class EcsFaults {
    private EcsFaults() {}

    static AwsServiceException clusterNotFound() {
        return Fault.of(ClusterNotFoundException.builder(), "ClusterNotFoundException", "Cluster not found.");
    }

    static AwsServiceException serviceNotFound() {
        return Fault.of(ServiceNotFoundException.builder(), "ServiceNotFoundException", "Service not found.");
    }

    static AwsServiceException serviceNotActive() {
        return Fault.of(ServiceNotActiveException.builder(), "ServiceNotActiveException", "Service was not ACTIVE.");
    }

    static AwsServiceException taskSetNotFound() {
        return Fault.of(TaskSetNotFoundException.builder(), "TaskSetNotFoundException", "The specified task set was"
                + " not found.");
    }

    static AwsServiceException invalid(String message) {
        return Fault.of(InvalidParameterException.builder(), "InvalidParameterException", message);
    }

    static AwsServiceException client(String message) {
        return Fault.of(ClientException.builder(), "ClientException", message);
    }

    static AwsServiceException unsupported(String message) {
        return Fault.of(UnsupportedFeatureException.builder(), "UnsupportedFeatureException", message);
    }
}
