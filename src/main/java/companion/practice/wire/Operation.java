package companion.practice.wire;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.utils.builder.Buildable;

/** An operation that a room implements. */
final class Operation {

    /** Where an operation's content is, beside its model. */
    enum Content {
        NONE,
        IN_REQUEST,
        IN_RESPONSE
    }

    private static final List<String> READING = List.of(
            "Describe", "Get", "List", "BatchGet", "BatchDescribe", "BatchCheck", "Head", "Lookup", "Search", "Filter",
            "Simulate", "Validate", "Estimate", "Evaluate", "Test", "Decode");

    /** It hands out secrets, which the journal must not hold; its keys live in memory only. */
    private static final String ASSUME_ROLE = "AssumeRole";

    private final AwsService service;
    private final String name;
    private final MethodHandle newBuilder;
    private final MethodHandle method;
    private final Content content;
    private final boolean reads;

    /**
     * @param newBuilder {@code ()Object}
     * @param method {@code (Object, Object)Object}, or {@code (Object, Object, Object)Object} where there is content
     */
    Operation(AwsService service, String name, MethodHandle newBuilder, MethodHandle method, Content content) {
        this.service = service;
        this.name = name;
        this.newBuilder = newBuilder;
        this.method = method;
        this.content = content;
        this.reads = service == AwsService.STS && name.startsWith(ASSUME_ROLE)
                || READING.stream().anyMatch(name::startsWith);
    }

    AwsService service() {
        return service;
    }

    String name() {
        return name;
    }

    Content content() {
        return content;
    }

    /** Whether it only looks. Such a call is not journalled. */
    boolean reads() {
        return reads;
    }

    SdkPojo newRequestBuilder() {
        try {
            return (SdkPojo) (Object) newBuilder.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("The SDK cannot make a request of " + name, e);
        }
    }

    static SdkPojo build(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }

    /** Has the room work a call. Throws what the room throws. */
    Reply invoke(SdkClient room, Call call) throws Exception {
        try {
            Object request = call.request();
            return switch (content) {
                case NONE -> new Reply((SdkPojo) (Object) method.invokeExact((Object) room, request), null);
                case IN_REQUEST -> {
                    Object body = RequestBody.fromBytes(Objects.requireNonNull(call.content()));
                    yield new Reply((SdkPojo) (Object) method.invokeExact((Object) room, request, body), null);
                }
                case IN_RESPONSE -> {
                    ResponseTransformer<SdkPojo, Reply> whole =
                            (response, stream) -> new Reply(response, stream.readAllBytes());
                    yield (Reply) (Object) method.invokeExact((Object) room, request, (Object) whole);
                }
            };
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
