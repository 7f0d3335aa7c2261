package companion.practice.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of {@code AWS::Region} and its like for one stack. */
public record PseudoParameters(
        String account, String region, String stackName, String stackId, List<String> notificationArns) {

    static final Set<String> NAMES = Set.of(
            "AWS::AccountId",
            "AWS::NotificationARNs",
            "AWS::NoValue",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    /** The value; a missing node for {@code AWS::NoValue}; null if there is no such pseudo parameter. */
    @Nullable JsonNode get(String name) {
        var nodes = JsonNodeFactory.instance;
        return switch (name) {
            case "AWS::AccountId" -> nodes.textNode(account);
            case "AWS::Region" -> nodes.textNode(region);
            case "AWS::StackName" -> nodes.textNode(stackName);
            case "AWS::StackId" -> nodes.textNode(stackId);
            case "AWS::Partition" -> nodes.textNode("aws");
            case "AWS::URLSuffix" -> nodes.textNode("amazonaws.com");
            case "AWS::NoValue" -> MissingNode.getInstance();
            case "AWS::NotificationARNs" -> {
                var list = nodes.arrayNode();
                notificationArns.forEach(list::add);
                yield list;
            }
            default -> null;
        };
    }
}
