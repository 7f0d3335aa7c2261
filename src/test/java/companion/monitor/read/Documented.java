package companion.monitor.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** The sample responses of the AWS CLI's documentation, as the services send them. */
final class Documented {
    private Documented() {}

    static String json(String sample) {
        try (var file = Documented.class.getResourceAsStream("documented/" + sample + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in the query protocol, whose answers are XML. */
    static String xml(String sample) {
        return xml(JsonNode.parser().parse(json(sample)));
    }

    private static String xml(JsonNode node) {
        if (node.isObject()) {
            return node.asObject().entrySet().stream()
                    .map(entry -> element(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining());
        }
        return node.isArray()
                ? node.asArray().stream().map(each -> element("member", each)).collect(Collectors.joining())
                : node.text() == null ? node.toString() : node.text();
    }

    private static String element(String name, JsonNode content) {
        return "<" + name + ">" + xml(content) + "</" + name + ">";
    }
}
