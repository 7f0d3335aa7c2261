package companion.practice.wire;

import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.wire.shape.QueryReader;
import companion.practice.wire.shape.XmlText;
import companion.practice.wire.shape.XmlWriter;
import companion.practice.wire.signing.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The protocol {@code awsQuery}. */
final class QueryProtocol implements Protocol {
    private static final int SERVER_ERROR = 500;

    private final QueryReader reader = new QueryReader();
    private final XmlWriter writer = new XmlWriter();

    @Override
    public String operation(AwsService service, WireRequest request) throws RefusedException {
        var action = FormParameters.value(request, "Action");
        if (action.isEmpty()) {
            throw new RefusedException(
                    new ApiError(400, "MissingAction", "The request is missing an action or a required parameter."));
        }
        var version = FormParameters.value(request, "Version");
        if (!version.equals(service.version())) {
            throw new RefusedException(unknown(action, version));
        }
        return action;
    }

    @Override
    public Call call(Operation operation, String region, WireRequest request, Payload payload)
            throws MalformedShapeException {
        var builder = operation.newRequestBuilder();
        reader.read(FormParameters.of(request.with(payload.bytes())), builder);
        return new Call(operation, region, Operation.build(builder), null);
    }

    @Override
    public WireResponse reply(Call call, Reply reply, String requestId) {
        var name = call.operation().name();
        var xml = new XmlText().open(name + "Response", call.operation().service().namespace());
        // Also where there is nothing in it: botocore fails without the element where a model names an empty result.
        xml.open(name + "Result");
        writer.members(xml, reply.response());
        xml.close(name + "Result");
        xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
        return response(200, requestId, xml.close(name + "Response"));
    }

    @Override
    public WireResponse error(@Nullable AwsService service, WireRequest request, ApiError error, String requestId) {
        var xml = new XmlText();
        if (service == null) {
            xml.open("ErrorResponse");
        } else {
            xml.open("ErrorResponse", service.namespace());
        }
        xml.open("Error")
                .element("Type", error.status() < SERVER_ERROR ? "Sender" : "Receiver")
                .element("Code", error.code())
                .element("Message", error.message())
                .close("Error")
                .element("RequestId", requestId)
                .close("ErrorResponse");
        return response(error.status(), requestId, xml);
    }

    @Override
    public ApiError unknown(AwsService service, String operation) {
        return unknown(operation, service.version());
    }

    @Override
    public ApiError malformed(MalformedShapeException e) {
        return new ApiError(400, "MalformedInput", String.valueOf(e.getMessage()));
    }

    private static ApiError unknown(String operation, String version) {
        return new ApiError(
                400, "InvalidAction", "Could not find operation " + operation + " for version " + version);
    }

    private static WireResponse response(int status, String requestId, XmlText xml) {
        return new WireResponse(
                status, Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId), xml.bytes());
    }
}
