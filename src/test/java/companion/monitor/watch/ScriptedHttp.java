package companion.monitor.watch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Carries requests to whatever a test says: an answer of its own, a fault, or the client below it. */
public final class ScriptedHttp implements SdkHttpClient {
    private final List<String> asked = new ArrayList<>();
    private final @Nullable SdkHttpClient below;
    private volatile Function<String, @Nullable HttpExecuteResponse> script;

    /** @param script from an operation to its answer; null lets the request through to the client below */
    public ScriptedHttp(@Nullable SdkHttpClient below, Function<String, @Nullable HttpExecuteResponse> script) {
        this.below = below;
        this.script = script;
    }

    public void answer(Function<String, @Nullable HttpExecuteResponse> now) {
        script = now;
    }

    /** The operations asked since this was last looked at. */
    public synchronized List<String> asked() {
        var all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    /** An error as the JSON protocols write it. */
    public static HttpExecuteResponse error(int status, String code, String message) {
        return json(status, "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
    }

    public static HttpExecuteResponse json(int status, String body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(status).build())
                .responseBody(AbortableInputStream.create(
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    /** The same answer, dated. */
    public static HttpExecuteResponse dated(HttpExecuteResponse answer, String date) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder()
                        .statusCode(answer.httpResponse().statusCode())
                        .headers(answer.httpResponse().headers())
                        .putHeader("Date", date)
                        .build())
                .responseBody(answer.responseBody().orElse(null))
                .build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var operation = operation(request);
                synchronized (ScriptedHttp.this) {
                    asked.add(operation);
                }
                var answer = script.apply(operation);
                if (answer != null) {
                    return answer;
                }
                if (below == null) {
                    throw new IOException("Connection refused");
                }
                return below.prepareRequest(request).call();
            }

            @Override
            public void abort() {}
        };
    }

    private static String operation(HttpExecuteRequest request) {
        return request.httpRequest()
                .firstMatchingHeader("X-Amz-Target")
                .map(target -> target.substring(target.indexOf('.') + 1))
                .orElse(request.httpRequest().method().name());
    }

    @Override
    public void close() {
        if (below != null) {
            below.close();
        }
    }
}
