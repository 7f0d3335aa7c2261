package companion.practice.wire.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.document.Document;

/** Free-form JSON inside a model, such as the details of an ECS deployment hook. */
final class Documents {
    private Documents() {}

    /** Reads the value whose first token is the current one. */
    static Document read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Document> members = new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    var name = json.currentName();
                    json.nextToken();
                    members.put(name, read(json));
                }
                yield Document.fromMap(members);
            }
            case START_ARRAY -> {
                var items = new ArrayList<Document>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(json));
                }
                yield Document.fromList(items);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Document.fromNumber(json.getText());
            case VALUE_TRUE -> Document.fromBoolean(true);
            case VALUE_FALSE -> Document.fromBoolean(false);
            case VALUE_NULL -> Document.fromNull();
            default -> Document.fromString(json.getText());
        };
    }

    static void write(Document document, JsonGenerator json) throws IOException {
        if (document.isMap()) {
            json.writeStartObject();
            for (var member : document.asMap().entrySet()) {
                json.writeFieldName(member.getKey());
                write(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (document.isList()) {
            json.writeStartArray();
            for (var item : document.asList()) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (document.isNumber()) {
            json.writeNumber(document.asNumber().stringValue());
        } else if (document.isBoolean()) {
            json.writeBoolean(document.asBoolean());
        } else if (document.isNull()) {
            json.writeNull();
        } else {
            json.writeString(document.asString());
        }
    }
}
