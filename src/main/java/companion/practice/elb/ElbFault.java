package companion.practice.elb;

import companion.practice.fabric.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.InvalidConfigurationRequestException;

/** Refusals that many operations share. */
final class ElbFault {
    private ElbFault() {}

    static AwsServiceException validation(String message) {
        return Fault.of(ElasticLoadBalancingV2Exception.builder(), "ValidationError", message);
    }

    static AwsServiceException configuration(String message) {
        return Fault.of(InvalidConfigurationRequestException.builder(), "InvalidConfigurationRequest", message);
    }

    static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw unmet("null", member, "Member must not be null");
        }
        return value;
    }

    /** A list that the wire cannot tell from an absent one when it is empty. */
    static <T> List<T> some(List<T> values, String member) {
        if (values.isEmpty()) {
            throw unmet("null", member, "Member must not be null");
        }
        return values;
    }

    /** Lets null pass: then the default holds. */
    static void range(@Nullable Integer value, String member, int least, int most) {
        if (value != null && value < least) {
            throw unmet("'" + value + "'", member, "Member must have value greater than or equal to " + least);
        }
        if (value != null && value > most) {
            throw unmet("'" + value + "'", member, "Member must have value less than or equal to " + most);
        }
    }

    private static AwsServiceException unmet(String value, String member, String constraint) {
        return validation("1 validation error detected: Value " + value + " at '" + member
                + "' failed to satisfy constraint: " + constraint);
    }
}
