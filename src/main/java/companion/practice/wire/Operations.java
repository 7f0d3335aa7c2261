package companion.practice.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * Finds operations by their names on the wire: the request class by the SDK's rule of naming, and the method in the
 * room. Each is looked up when it is first asked for, so that nothing is read of services that nobody calls.
 * Thread-safe.
 */
final class Operations {

    /** What a name stands for. */
    sealed interface Found {
        record Offered(Operation operation) implements Found {}

        /** AWS has it; the practice cloud does not. */
        record NotOffered() implements Found {}

        /** AWS does not have it, as far as this SDK knows. */
        record Unknown() implements Found {}
    }

    private record Name(AwsService service, String operation) {}

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{2,100}");
    private static final Pattern ACRONYM = Pattern.compile("([A-Z])([A-Z]+)(?=[A-Z][a-z]|$)");

    private final Directory directory;
    private final Map<Name, Found.Offered> known = new ConcurrentHashMap<>();

    Operations(Directory directory) {
        this.directory = directory;
    }

    Found find(AwsService service, String region, String operation) {
        var name = new Name(service, operation);
        var offered = known.get(name);
        if (offered != null) {
            return offered;
        }
        var found = look(service, region, operation);
        if (found instanceof Found.Offered fresh) {
            known.put(name, fresh);
        }
        return found;
    }

    private Found look(AwsService service, String region, String operation) {
        if (!NAME.matcher(operation).matches()) {
            return new Found.Unknown();
        }
        Class<?> request;
        try {
            request = Class.forName(service.modelPackage() + className(operation) + "Request");
        } catch (ClassNotFoundException e) {
            return new Found.Unknown();
        }
        var room = AwsRequest.class.isAssignableFrom(request) ? directory.room(service, region) : null;
        var offered = room == null ? null : offered(service, operation, request, room);
        return offered == null ? new Found.NotOffered() : new Found.Offered(offered);
    }

    private static @Nullable Operation offered(
            AwsService service, String name, Class<?> request, SdkClient room) {
        var method = declared(room, methodName(name), request);
        if (method != null) {
            return operation(service, name, request, method, Operation.Content.NONE);
        }
        method = declared(room, methodName(name), request, RequestBody.class);
        if (method != null) {
            return operation(service, name, request, method, Operation.Content.IN_REQUEST);
        }
        method = declared(room, methodName(name), request, ResponseTransformer.class);
        return method == null ? null : operation(service, name, request, method, Operation.Content.IN_RESPONSE);
    }

    /**
     * The method if the room itself has it. The SDK's interface has a default for every operation that only throws, and
     * asking it for its methods would load every model class of the service.
     */
    private static @Nullable Method declared(SdkClient room, String name, Class<?>... parameters) {
        for (Class<?> type = room.getClass(); type != null; type = type.getSuperclass()) {
            try {
                return type.getDeclaredMethod(name, parameters);
            } catch (NoSuchMethodException e) {
                // Perhaps its superclass has it.
            }
        }
        return null;
    }

    private static Operation operation(
            AwsService service, String name, Class<?> request, Method method, Operation.Content content) {
        try {
            var lookup = MethodHandles.publicLookup();
            var builder = lookup.unreflect(request.getMethod("builder")).asType(MethodType.genericMethodType(0));
            var arguments = content == Operation.Content.NONE ? 2 : 3;
            var handle = lookup.unreflect(method).asType(MethodType.genericMethodType(arguments));
            return new Operation(service, name, builder, handle, content);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The room's " + name + " cannot be called", e);
        }
    }

    /** The SDK writes acronyms as words in class names: {@code GetSSHPublicKey} has a {@code GetSshPublicKeyRequest}. */
    static String className(String operation) {
        return ACRONYM.matcher(operation).replaceAll(m -> m.group(1) + m.group(2).toLowerCase(Locale.ROOT));
    }

    private static String methodName(String operation) {
        return Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
    }
}
