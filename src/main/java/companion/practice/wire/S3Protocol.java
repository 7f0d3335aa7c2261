package companion.practice.wire;

import companion.practice.wire.shape.MalformedShapeException;
import companion.practice.wire.shape.RestReader;
import companion.practice.wire.shape.RestWriter;
import companion.practice.wire.shape.XmlText;
import companion.practice.wire.signing.Payload;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The protocol {@code restXml} in the form that S3 has given it. */
final class S3Protocol implements Protocol {
    private static final String CUSTOMER_KEY = "x-amz-server-side-encryption-customer-key";
    private static final int NOT_MODIFIED = 304;

    private final RestReader reader = new RestReader();
    private final RestWriter writer = new RestWriter();

    @Override
    public String operation(AwsService service, WireRequest request) throws RefusedException {
        var operation = S3Routes.operation(request);
        if (operation == null) {
            throw new RefusedException(unknown(service, request.envelope().method()));
        }
        if (request.header(CUSTOMER_KEY) != null) {
            throw new RefusedException(notOffered(service, "encryption with customer-provided keys"));
        }
        return operation;
    }

    @Override
    public Call call(Operation operation, String region, WireRequest request, Payload payload)
            throws RefusedException, MalformedShapeException {
        var source = new S3Source(request, payload);
        // The checksum that completes an upload is one of the object, not of this request.
        if (!operation.name().equals("CompleteMultipartUpload")) {
            verify(source, request);
        }
        var streams = operation.content() == Operation.Content.IN_REQUEST;
        var builder = operation.newRequestBuilder();
        reader.read(source, builder, streams);
        return new Call(operation, region, Operation.build(builder), streams ? payload.bytes() : null);
    }

    @Override
    public WireResponse reply(Call call, Reply reply, String requestId) {
        var name = call.operation().name();
        var headers = writer.headers(reply.response());
        headers.put("x-amz-request-id", requestId);
        headers.put("x-amz-id-2", requestId);
        if (name.startsWith("Head")) {
            return new WireResponse(200, headers, new byte[0]);
        }
        headers.remove("Content-Length");
        var content = reply.content();
        if (content != null) {
            return new WireResponse(headers.containsKey("Content-Range") ? 206 : 200, headers, content);
        }
        var body = name.equals("GetBucketLocation")
                ? location(reply)
                : writer.body(reply.response(), rootName(name), call.operation().service().namespace());
        if (body.length > 0) {
            headers.put("Content-Type", name.equals("GetBucketPolicy") ? "application/json" : "application/xml");
        }
        var deletes = name.startsWith("Delete") && !name.equals("DeleteObjects") || name.startsWith("Abort");
        return new WireResponse(deletes ? 204 : 200, headers, body);
    }

    @Override
    public WireResponse error(@Nullable AwsService service, WireRequest request, ApiError error, String requestId) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-amz-request-id", requestId);
        headers.put("x-amz-id-2", requestId);
        if (request.envelope().method().equals("HEAD") || error.status() == NOT_MODIFIED) {
            return new WireResponse(error.status(), headers, new byte[0]);
        }
        headers.put("Content-Type", "application/xml");
        var target = S3Target.of(request.envelope());
        var xml = new XmlText().open("Error").element("Code", error.code()).element("Message", error.message());
        if (target.bucket() != null) {
            xml.element("BucketName", target.bucket());
        }
        if (target.key() != null) {
            xml.element("Key", target.key());
        }
        xml.element("Resource", request.envelope().path())
                .element("RequestId", requestId)
                .element("HostId", requestId)
                .close("Error");
        return new WireResponse(error.status(), headers, xml.bytes());
    }

    @Override
    public ApiError unknown(AwsService service, String operation) {
        return new ApiError(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    @Override
    public ApiError malformed(MalformedShapeException e) {
        return new ApiError(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    private static void verify(S3Source source, WireRequest request) throws RefusedException {
        for (var checksum : S3Checksums.values()) {
            var given = source.header(checksum.header());
            if (given != null && !given.equals(checksum.of(source.body()))) {
                throw new RefusedException(new ApiError(
                        400,
                        "BadDigest",
                        checksum == S3Checksums.MD5
                                ? "The Content-MD5 you specified did not match what we received."
                                : "The " + checksum + " you specified did not match the calculated checksum."));
            }
        }
        var length = request.header("x-amz-decoded-content-length");
        if (length != null && !length.equals(Integer.toString(source.body().length))) {
            throw new RefusedException(new ApiError(
                    400,
                    "IncompleteBody",
                    "You did not provide the number of bytes specified by the Content-Length HTTP header."));
        }
    }

    /** The one response whose root element is itself the value. */
    private static byte[] location(Reply reply) {
        var value = reply.response().sdkFields().getFirst().getValueOrDefault(reply.response());
        return new XmlText()
                .open("LocationConstraint", AwsService.S3.namespace())
                .text(Objects.requireNonNullElse(value, "").toString())
                .close("LocationConstraint")
                .bytes();
    }

    private static String rootName(String operation) {
        return switch (operation) {
            case "ListBuckets" -> "ListAllMyBucketsResult";
            case "ListObjects", "ListObjectsV2" -> "ListBucketResult";
            case "ListObjectVersions" -> "ListVersionsResult";
            case "CreateMultipartUpload" -> "InitiateMultipartUploadResult";
            case "DeleteObjects" -> "DeleteResult";
            case "GetBucketVersioning" -> "VersioningConfiguration";
            case "GetBucketTagging", "GetObjectTagging" -> "Tagging";
            case "GetBucketLifecycleConfiguration" -> "LifecycleConfiguration";
            case "GetBucketNotificationConfiguration" -> "NotificationConfiguration";
            default -> operation + "Result";
        };
    }
}
