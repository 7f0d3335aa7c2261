package companion.practice.wire;

import companion.practice.wire.shape.FlatXmlWriter;
import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.wire.shape.Parameters;
import companion.practice.wire.shape.QueryReader;
import companion.practice.wire.shape.XmlText;
import companion.practice.wire.signing.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Query protocol of SQS, which clients spoke until the end of 2023 and AWS answers to this day: the same operations as in
 * JSON, under other names ({@link SqsQueryNames}).
 */
final class SqsQueryProtocol implements Protocol {
    static final String VERSION = "2012-11-05";

    private static final String NAMESPACE = "http://queue.amazonaws.com/doc/" + VERSION + "/";

    private final QueryReader reader = new QueryReader();

    /** Whether a request is in this protocol. */
    static boolean isSpokenBy(WireRequest request) {
        return request.header(JsonProtocol.TARGET) == null && !FormParameters.value(request, "Action").isEmpty();
    }

    @Override
    public String operation(AwsService service, WireRequest request) throws RefusedException {
        var action = FormParameters.value(request, "Action");
        var version = FormParameters.value(request, "Version");
        if (!version.isEmpty() && !version.equals(VERSION)) {
            throw new RefusedException(new ApiError(
                    400, "NoSuchVersion", "The requested version ( " + version + " ) is not valid."));
        }
        return action;
    }

    @Override
    public Call call(Operation operation, String region, WireRequest request, Payload payload)
            throws MalformedShapeException {
        var form = new String(payload.bytes(), StandardCharsets.UTF_8) + "&" + request.envelope().query();
        var parameters = Parameters.parse(SqsQueryNames.inJson(operation.name(), request.envelope().path(), form));
        var builder = operation.newRequestBuilder();
        reader.read(parameters, builder);
        return new Call(operation, region, Operation.build(builder), null);
    }

    @Override
    public WireResponse reply(Call call, Reply reply, String requestId) {
        var name = call.operation().name();
        var xml = new XmlText().open(name + "Response", NAMESPACE);
        xml.open(name + "Result");
        new FlatXmlWriter(SqsQueryNames.ofElements(name)).members(xml, reply.response());
        xml.close(name + "Result");
        xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
        return response(200, requestId, xml.close(name + "Response"));
    }

    @Override
    public WireResponse error(@Nullable AwsService service, WireRequest request, ApiError error, String requestId) {
        var xml = new XmlText()
                .open("ErrorResponse", NAMESPACE)
                .open("Error")
                .element("Type", error.status() < 500 ? "Sender" : "Receiver")
                .element("Code", QueryCodes.of(error.code()))
                .element("Message", error.message())
                .close("Error")
                .element("RequestId", requestId)
                .close("ErrorResponse");
        return response(error.status(), requestId, xml);
    }

    @Override
    public ApiError unknown(AwsService service, String operation) {
        return new ApiError(
                400, "InvalidAction", "The action " + operation + " is not valid for this endpoint.");
    }

    @Override
    public ApiError malformed(MalformedShapeException e) {
        return new ApiError(400, "MalformedInput", String.valueOf(e.getMessage()));
    }

    private static WireResponse response(int status, String requestId, XmlText xml) {
        return new WireResponse(
                status, Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId), xml.bytes());
    }
}
