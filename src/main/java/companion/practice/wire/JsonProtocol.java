package companion.practice.wire;

import companion.practice.wire.shape.JsonReader;
import companion.practice.wire.shape.JsonWriter;
import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.wire.signing.Payload;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The protocol {@code awsJson1.1}, and {@code awsJson1.0}, which differs in the content type only. */
final class JsonProtocol implements Protocol {
    static final String TARGET = "X-Amz-Target";
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final String CONTENT_TYPE_10 = "application/x-amz-json-1.0";

    private final JsonReader reader;
    private final JsonWriter writer;

    JsonProtocol(JsonReader reader, JsonWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public String operation(AwsService service, WireRequest request) throws RefusedException {
        var target = request.header(TARGET);
        var prefix = service.version() + ".";
        if (target == null || !target.startsWith(prefix)) {
            throw new RefusedException(unknown(service, target == null ? "" : target));
        }
        return target.substring(prefix.length());
    }

    @Override
    public Call call(Operation operation, String region, WireRequest request, Payload payload)
            throws MalformedShapeException {
        var builder = operation.newRequestBuilder();
        reader.read(payload.bytes(), builder);
        return new Call(operation, region, Operation.build(builder), null);
    }

    @Override
    public WireResponse reply(Call call, Reply reply, String requestId) {
        return new WireResponse(
                200, headers(call.operation().service(), requestId), writer.write(reply.response()));
    }

    @Override
    public WireResponse error(@Nullable AwsService service, WireRequest request, ApiError error, String requestId) {
        var first = new LinkedHashMap<String, String>();
        first.put("__type", error.code());
        first.put("message", error.message());
        var members = error.members();
        var body = writer.write(members == null ? NoMembers.INSTANCE : members, first);
        var headers = new HashMap<>(headers(service, requestId));
        if (service == null) {
            // It may be one that speaks REST, whose clients look for the code in a header.
            headers.put("x-amzn-errortype", error.code());
        } else if (service == AwsService.SQS) {
            headers.put("x-amzn-query-error", QueryCodes.of(error.code()) + ";Sender");
        }
        return new WireResponse(error.status(), headers, body);
    }

    @Override
    public ApiError unknown(AwsService service, String operation) {
        return new ApiError(400, "UnknownOperationException", "The operation '" + operation + "' is not known.");
    }

    @Override
    public ApiError malformed(MalformedShapeException e) {
        return new ApiError(400, "SerializationException", String.valueOf(e.getMessage()));
    }

    private static Map<String, String> headers(@Nullable AwsService service, String requestId) {
        return Map.of(
                "Content-Type", service == AwsService.SQS ? CONTENT_TYPE_10 : CONTENT_TYPE, "x-amzn-RequestId", requestId);
    }
}
