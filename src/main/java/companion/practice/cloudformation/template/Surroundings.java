package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What functions read beside the template itself: the stack's resources, other stacks, the region. */
public interface Surroundings {

    /** What Ref gives for a resource. */
    JsonNode ref(String logicalId);

    /** What Fn::GetAtt gives. */
    JsonNode attribute(String logicalId, String attribute);

    /**
     * The value that another stack exports.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException {@code No export named X found.}
     */
    String exported(String name);

    /** Names of the zones, in order. */
    List<String> availabilityZones(String region);
}
