package companion.practice.iam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import companion.practice.fabric.Fault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;

/**
 * A policy document that IAM would accept, as it was given.
 *
 * @param text the JSON as given, which IAM gives back to the letter
 * @param tree the same, read
 */
record PolicyDocument(String text, JsonNode tree) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a role's trust policy.
     *
     * @throws MalformedPolicyDocumentException with IAM's texts
     */
    static PolicyDocument trust(String text) {
        var document = parse(text);
        for (var statement : document.statements()) {
            if (!statement.has("Principal") && !statement.has("NotPrincipal")) {
                throw malformed("Missing required field Principal");
            }
            if (statement.has("Resource") || statement.has("NotResource")) {
                throw malformed("Has prohibited field Resource");
            }
            requireOneOf(statement, "Action", "NotAction", "Missing required field Action");
        }
        return document;
    }

    /**
     * Reads an identity-based permission policy.
     *
     * @throws MalformedPolicyDocumentException with IAM's texts
     */
    static PolicyDocument permissions(String text) {
        var document = parse(text);
        for (var statement : document.statements()) {
            if (statement.has("Principal") || statement.has("NotPrincipal")) {
                throw malformed("Policy document should not specify a principal.");
            }
            requireOneOf(statement, "Action", "NotAction", "Policy statement must contain actions.");
            requireOneOf(statement, "Resource", "NotResource", "Policy statement must contain resources.");
            for (var action : strings(statement.path("Action"))) {
                if (!action.equals("*") && !action.matches("[A-Za-z0-9-]+:[A-Za-z0-9*?]+")) {
                    throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
                }
            }
        }
        return document;
    }

    /** The statements, also where there is a single one that is not in a list. */
    List<JsonNode> statements() {
        var statement = tree.path("Statement");
        if (!statement.isArray()) {
            return List.of(statement);
        }
        var all = new ArrayList<JsonNode>();
        statement.forEach(all::add);
        return all;
    }

    /** Whether an Allow statement lets the service call sts:AssumeRole. */
    boolean trustsService(String service) {
        return trusts("Service", service::equals);
    }

    /** Whether an Allow statement lets principals of the account call sts:AssumeRole. */
    boolean trustsAccount(String account) {
        return trusts("AWS", name -> name.equals("*") || name.equals(account)
                || name.startsWith("arn:aws:iam::" + account + ":"));
    }

    /** As IAM returns it: percent-encoded after RFC 3986. */
    String encoded() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private boolean trusts(String kind, java.util.function.Predicate<String> principal) {
        return statements().stream()
                .filter(s -> s.path("Effect").asText().equals("Allow"))
                .filter(s -> strings(s.path("Action")).stream()
                        .anyMatch(a -> a.equals("*") || a.equals("sts:*") || a.equalsIgnoreCase("sts:AssumeRole")))
                .anyMatch(s -> s.path("Principal").asText().equals("*")
                        || strings(s.path("Principal").path(kind)).stream().anyMatch(principal));
    }

    private static PolicyDocument parse(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw malformed("This policy contains invalid Json");
        }
        if (tree == null || !tree.isObject()) {
            throw malformed("Syntax errors in policy.");
        }
        var version = tree.path("Version").asText("2008-10-17");
        if (!version.equals("2012-10-17") && !version.equals("2008-10-17")) {
            throw malformed("Syntax errors in policy.");
        }
        var document = new PolicyDocument(text, tree);
        if (!tree.has("Statement") || document.statements().isEmpty()) {
            throw malformed("Syntax errors in policy.");
        }
        for (var statement : document.statements()) {
            var effect = statement.path("Effect").asText();
            if (!statement.isObject() || !effect.equals("Allow") && !effect.equals("Deny")) {
                throw malformed("Syntax errors in policy.");
            }
        }
        return document;
    }

    private static void requireOneOf(JsonNode statement, String field, String negated, String text) {
        if (!statement.has(field) && !statement.has(negated)) {
            throw malformed(text);
        }
    }

    private static List<String> strings(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        var all = new ArrayList<String>();
        node.forEach(item -> all.add(item.asText()));
        return all;
    }

    private static RuntimeException malformed(String text) {
        return Fault.of(MalformedPolicyDocumentException.builder(), 400, "MalformedPolicyDocument", text);
    }
}
