package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One member of a template's Resources.
 *
 * @param type for example {@code AWS::EC2::VPC}
 * @param properties as written, functions and all
 * @param dependsOn what DependsOn names; references are not in here
 * @param metadata as written; missing if there is none
 */
public record ResourceDeclaration(
        String logicalId,
        String type,
        ObjectNode properties,
        Set<String> dependsOn,
        @Nullable String condition,
        DeletionPolicy deletionPolicy,
        DeletionPolicy updateReplacePolicy,
        JsonNode metadata,
        @Nullable String description) {}
