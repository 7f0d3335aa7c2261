package companion.practice.cloudformation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.utils.builder.Buildable;

/** Stands for the room of one service: keeps every request, and answers as told or with an empty response. */
final class FakeService<C> implements InvocationHandler {
    private final C client;
    private final List<SdkRequest> calls;
    private final Map<Class<?>, Function<SdkRequest, Object>> answers = new LinkedHashMap<>();

    /** @param calls where all services of a cloud note their requests, in order */
    FakeService(Class<C> type, List<SdkRequest> calls) {
        this.client = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
        this.calls = calls;
    }

    C client() {
        return client;
    }

    @SuppressWarnings("unchecked")
    <R extends SdkRequest> FakeService<C> on(Class<R> request, Function<R, Object> answer) {
        answers.put(request, (Function<SdkRequest, Object>) answer);
        return this;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments == null || arguments.length != 1) {
            return method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, arguments) : null;
        }
        if (arguments[0] instanceof Consumer<?>) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        if (!(arguments[0] instanceof SdkRequest request)) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        calls.add(request);
        var answer = answers.get(request.getClass());
        return answer == null ? empty(method.getReturnType()) : answer.apply(request);
    }

    static <R> List<R> of(Class<R> type, List<SdkRequest> calls) {
        var found = new ArrayList<R>();
        calls.forEach(call -> {
            if (type.isInstance(call)) {
                found.add(type.cast(call));
            }
        });
        return found;
    }

    private static Object empty(Class<?> response) throws ReflectiveOperationException {
        var builder = response.getMethod("builder").invoke(null);
        return ((Buildable) builder).build();
    }
}
