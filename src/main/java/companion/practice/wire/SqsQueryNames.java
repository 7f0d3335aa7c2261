package companion.practice.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of SQS's Query parameters, said as its JSON model says them: {@code Attribute.1.Name} is a key of {@code
 * Attributes}. Source: SQS API reference of 2012-11-05, the Query examples of each action.
 */
final class SqsQueryNames {
    private record Rule(Pattern query, String json) {}

    private static final List<Rule> RULES = List.of(
            rule("^\\w+BatchRequestEntry\\.(\\d+)\\.", "Entries.member.$1."),
            rule("(^|\\.)Message(System)?Attribute\\.(\\d+)\\.Name$", "$1Message$2Attributes.entry.$3.key"),
            rule("(^|\\.)Message(System)?Attribute\\.(\\d+)\\.Value\\.", "$1Message$2Attributes.entry.$3.value."),
            rule("^Attribute\\.(\\d+)\\.(Name|Value)$", "Attributes.entry.$1.$2"),
            rule("^Tag\\.(\\d+)\\.(Key|Value)$", "Tags.entry.$1.$2"),
            rule("^(AttributeName|MessageAttributeName|MessageSystemAttributeName|TagKey)\\.(\\d+)$", "$1s.member.$2"),
            rule("^(AttributeName|MessageAttributeName|MessageSystemAttributeName|TagKey)$", "$1s.member.1"));

    private static final Pattern KEY = Pattern.compile("^(\\w+\\.entry\\.\\d+\\.)(Name|Key|Value)$");
    private static final Pattern QUEUE_PATH = Pattern.compile("/\\d{12}/[^/]+");

    private SqsQueryNames() {}

    /**
     * Says a form in the model's names.
     *
     * @param path of the request, which names the queue where no parameter does
     */
    static String inJson(String operation, String path, String form) {
        var pairs = new ArrayList<String>();
        boolean named = false;
        for (var pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                var name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                named |= name.equals("QueueUrl");
                pairs.add(name(operation, name) + pair.substring(equals));
            }
        }
        if (!named && QUEUE_PATH.matcher(path).matches()) {
            pairs.add("QueueUrl=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    /** What the model's members are called in the answer to an operation. */
    static Map<String, String> ofElements(String operation) {
        return Map.of(
                "QueueUrls", "QueueUrl",
                "Attributes", "Attribute",
                "Messages", "Message",
                "MessageAttributes", "MessageAttribute",
                "Tags", "Tag",
                "Successful", operation + "ResultEntry",
                "Failed", "BatchResultErrorEntry");
    }

    private static String name(String operation, String query) {
        var name = query;
        for (var rule : RULES) {
            name = rule.query.matcher(name).replaceFirst(rule.json);
        }
        var key = KEY.matcher(name);
        if (key.matches()) {
            name = key.group(1) + (key.group(2).equals("Name") ? "key" : key.group(2).toLowerCase(Locale.ROOT));
        }
        // The model has this one member in small letters.
        return operation.equals("CreateQueue") ? name.replaceFirst("^Tags\\.", "tags.") : name;
    }

    private static Rule rule(String query, String json) {
        return new Rule(Pattern.compile(query), json);
    }
}
