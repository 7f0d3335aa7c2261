package companion.practice.cloudformation.stack;

import companion.practice.cloudformation.template.PreparedTemplate;
import companion.practice.fabric.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/**
 * What a stack shall be: a template with its parameter values, and what goes with it.
 *
 * @param roleArn the service role, if there is one
 * @param caller in whose name the resources are made
 */
record Revision(
        PreparedTemplate template,
        Map<String, String> tags,
        List<Capability> capabilities,
        List<String> notificationArns,
        @Nullable String roleArn,
        Caller caller) {}
