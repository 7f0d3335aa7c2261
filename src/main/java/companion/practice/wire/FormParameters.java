package companion.practice.wire;

import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.wire.shape.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The parameters of a Query request: of its body, and of its URI, where a presigned one has them. */
final class FormParameters {
    private FormParameters() {}

    static Parameters of(WireRequest request) throws MalformedShapeException {
        var body = new String(request.body(), StandardCharsets.UTF_8);
        var query = request.envelope().query();
        return Parameters.parse(query.isEmpty() ? body : query + "&" + body);
    }

    /** The value of a parameter, empty if there is none or the form is broken. */
    static String value(WireRequest request, String name) {
        try {
            return Objects.requireNonNullElse(of(request).text(name), "");
        } catch (MalformedShapeException e) {
            return "";
        }
    }
}
