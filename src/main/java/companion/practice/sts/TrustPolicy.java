package companion.practice.sts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.practice.fabric.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a role's trust policy lets a caller of the account in. A statement with a condition that cannot be judged
 * here, which is any but an {@code sts:ExternalId}, lets nobody in.
 */
final class TrustPolicy {
    private static final Set<String> ACTIONS = Set.of("sts:assumerole", "sts:*", "*");

    private final JsonNode document;

    private TrustPolicy(JsonNode document) {
        this.document = document;
    }

    /** @param json as IAM keeps it, decoded; one that is no JSON trusts nobody */
    static TrustPolicy of(String json) {
        try {
            return new TrustPolicy(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            return new TrustPolicy(new ObjectMapper().createObjectNode());
        }
    }

    boolean admits(Caller caller, String account, @Nullable String externalId) {
        boolean allowed = false;
        for (var statement : many(document.path("Statement"))) {
            if (isAbout(statement, caller, account) && holds(statement.path("Condition"), externalId)) {
                if (statement.path("Effect").asText().equals("Deny")) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    private static boolean isAbout(JsonNode statement, Caller caller, String account) {
        var actions = many(statement.path("Action"));
        if (actions.stream().noneMatch(a -> ACTIONS.contains(a.asText().toLowerCase(java.util.Locale.ROOT)))) {
            return false;
        }
        var principal = statement.path("Principal");
        var names = principal.isTextual() ? List.of(principal) : many(principal.path("AWS"));
        var accepted = List.of("*", account, "arn:aws:iam::" + account + ":root", caller.arn(), roleArn(caller.arn()));
        return names.stream().anyMatch(name -> accepted.contains(name.asText()));
    }

    /** The role of a session; a policy may name either. */
    private static String roleArn(String arn) {
        return arn.replaceFirst(":sts:(.*):assumed-role/(.+)/[^/]+$", ":iam:$1:role/$2");
    }

    private static boolean holds(JsonNode condition, @Nullable String externalId) {
        for (var operator : condition.properties()) {
            for (var key : operator.getValue().properties()) {
                boolean known = operator.getKey().equals("StringEquals") && key.getKey().equals("sts:ExternalId");
                if (!known || many(key.getValue()).stream().noneMatch(value -> value.asText().equals(externalId))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** AWS lets one value stand where a list of them may. */
    private static List<JsonNode> many(JsonNode node) {
        if (!node.isArray()) {
            return node.isMissingNode() ? List.of() : List.of(node);
        }
        var items = new ArrayList<JsonNode>();
        node.forEach(items::add);
        return items;
    }
}
