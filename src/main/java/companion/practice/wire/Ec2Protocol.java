package companion.practice.wire;

import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.wire.shape.QueryReader;
import companion.practice.wire.shape.XmlText;
import companion.practice.wire.shape.XmlWriter;
import companion.practice.wire.signing.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The protocol {@code ec2Query}: Query with flat lists, lower-case names in responses, and an envelope of its own for
 * errors.
 */
final class Ec2Protocol implements Protocol {
    private final QueryReader reader = new QueryReader();
    private final XmlWriter writer = new XmlWriter();

    @Override
    public String operation(AwsService service, WireRequest request) throws RefusedException {
        var action = FormParameters.value(request, "Action");
        if (action.isEmpty()) {
            throw new RefusedException(
                    new ApiError(400, "MissingAction", "The request is missing an action or a required parameter."));
        }
        return action;
    }

    @Override
    public Call call(Operation operation, String region, WireRequest request, Payload payload)
            throws RefusedException, MalformedShapeException {
        var builder = operation.newRequestBuilder();
        reader.read(FormParameters.of(request.with(payload.bytes())), builder);
        if ("true".equalsIgnoreCase(FormParameters.value(request, "DryRun"))) {
            throw new RefusedException(new ApiError(
                    412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set."));
        }
        return new Call(operation, region, Operation.build(builder), null);
    }

    @Override
    public WireResponse reply(Call call, Reply reply, String requestId) {
        var root = call.operation().name() + "Response";
        var xml = new XmlText()
                .open(root, call.operation().service().namespace())
                .element("requestId", requestId);
        if (reply.response().sdkFields().isEmpty()) {
            xml.element("return", "true");
        }
        writer.members(xml, reply.response());
        return response(200, requestId, xml.close(root));
    }

    @Override
    public WireResponse error(@Nullable AwsService service, WireRequest request, ApiError error, String requestId) {
        var xml = new XmlText()
                .open("Response")
                .open("Errors")
                .open("Error")
                .element("Code", error.code())
                .element("Message", error.message())
                .close("Error")
                .close("Errors")
                .element("RequestID", requestId)
                .close("Response");
        return response(error.status(), requestId, xml);
    }

    @Override
    public ApiError unknown(AwsService service, String operation) {
        return new ApiError(
                400, "InvalidAction", "The action " + operation + " is not valid for this web service.");
    }

    @Override
    public ApiError malformed(MalformedShapeException e) {
        return new ApiError(400, "InvalidParameterValue", String.valueOf(e.getMessage()));
    }

    private static WireResponse response(int status, String requestId, XmlText xml) {
        return new WireResponse(
                status,
                Map.of("Content-Type", "text/xml;charset=UTF-8", "x-amzn-RequestId", requestId),
                xml.bytes());
    }
}
