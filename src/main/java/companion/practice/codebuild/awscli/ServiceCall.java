package companion.practice.codebuild.awscli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import companion.practice.codebuild.shell.Call;
import companion.practice.codebuild.shell.FileProblem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Calls an operation of a service by its CLI name: finds the SDK's method, fills the request, reads the answer. */
record ServiceCall(Call call, String service, Class<? extends SdkClient> api, Supplier<? extends SdkClient> client) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> GLOBAL = Set.of(
            "region", "output", "query", "profile", "no-cli-pager", "no-paginate", "debug", "no-verify-ssl", "color");
    private static final int MOST_PAGES = 100;

    ObjectNode run(String command, Map<String, List<String>> options) throws CliException {
        var method = method(command);
        var builder = builder(method.getParameterTypes()[0]);
        for (var option : options.entrySet()) {
            if (!GLOBAL.contains(option.getKey())) {
                set(builder, option.getKey(), option.getValue());
            }
        }
        var answer = invoke(method, builder, command);
        var token = token(answer);
        for (int i = 0; i < MOST_PAGES && token != null && !options.containsKey("no-paginate"); i++) {
            SdkField<?> next = SdkJson.field(builder, token);
            if (next == null) {
                break;
            }
            next.set(builder, answer.get(token).asText());
            var page = invoke(method, builder, command);
            answer.remove(token);
            merge(answer, page);
            token = token(page);
        }
        return answer;
    }

    private Method method(String command) throws CliException {
        var name = Names.method(command);
        return Arrays.stream(api.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .findFirst()
                .orElseThrow(() -> invalidChoice(command));
    }

    private CliException invalidChoice(String command) {
        var choices = Arrays.stream(api.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .map(method -> Names.option(method.getName()))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(" | "));
        return CliException.usage("argument operation: Invalid choice, valid choices are:\n\n" + choices
                + "\n\n\nInvalid choice: '" + command + "', maybe you meant:\n");
    }

    private static SdkPojo builder(Class<?> request) {
        try {
            return (SdkPojo) request.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every request of the SDK has a builder", e);
        }
    }

    private void set(SdkPojo builder, String option, List<String> values) throws CliException {
        if (option.equals("cli-input-json")) {
            SdkJson.read(json(values.isEmpty() ? "" : values.getFirst(), option), builder);
            return;
        }
        boolean negated = option.startsWith("no-");
        for (SdkField<?> field : builder.sdkFields()) {
            var name = Names.option(field.memberName());
            if (name.equals(option) || negated && name.equals(option.substring(3))) {
                field.set(builder, value(field, values, negated && !name.equals(option)));
                return;
            }
        }
        throw CliException.usage(
                "Unknown options: --" + option + (values.isEmpty() ? "" : ", " + String.join(", ", values)));
    }

    private Object value(SdkField<?> field, List<String> values, boolean negated) throws CliException {
        if (field.marshallingType() == MarshallingType.BOOLEAN) {
            return !negated && (values.isEmpty() || Boolean.parseBoolean(values.getFirst()));
        }
        if (values.isEmpty()) {
            throw CliException.usage("argument --" + Names.option(field.memberName()) + ": expected one argument");
        }
        var first = file(values.getFirst());
        boolean structured = first.startsWith("{") || first.startsWith("[");
        if (structured && field.marshallingType() != MarshallingType.STRING) {
            return SdkJson.value(json(first, field.memberName()), field);
        }
        if (field.marshallingType() == MarshallingType.LIST) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (var word : values) {
                array.add(
                        word.contains("=") && !isText(field)
                                ? Shorthand.parse(word)
                                : JsonNodeFactory.instance.textNode(file(word)));
            }
            return SdkJson.value(array, field);
        }
        if (field.marshallingType() == MarshallingType.SDK_POJO || field.marshallingType() == MarshallingType.MAP) {
            return SdkJson.value(Shorthand.parse(first), field);
        }
        return SdkJson.value(JsonNodeFactory.instance.textNode(first), field);
    }

    private static boolean isText(SdkField<?> list) {
        return list.getTrait(ListTrait.class).memberFieldInfo().marshallingType() == MarshallingType.STRING;
    }

    private String file(String value) throws CliException {
        if (!value.startsWith("file://")) {
            return value;
        }
        try {
            return call.files().readText(call.path(value.substring("file://".length())));
        } catch (FileProblem e) {
            throw new CliException(
                    252,
                    "\naws: [ERROR]: Error parsing parameter: Unable to load paramfile " + value + ": [Errno 2] "
                            + e.reason());
        }
    }

    private static JsonNode json(String text, String parameter) throws CliException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CliException(
                    252,
                    "\naws: [ERROR]: Error parsing parameter '--" + Names.option(parameter) + "': Invalid JSON: "
                            + e.getOriginalMessage());
        }
    }

    private ObjectNode invoke(Method method, SdkPojo builder, String command) throws CliException {
        try {
            var request = ((SdkBuilder<?, ?>) builder).build();
            return SdkJson.write((SdkPojo) method.invoke(client.get(), request));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The SDK's interfaces are public", e);
        } catch (InvocationTargetException e) {
            throw failure(e.getCause(), command);
        }
    }

    private CliException failure(@Nullable Throwable cause, String command) {
        if (cause instanceof AwsServiceException problem) {
            var details = problem.awsErrorDetails();
            var code = details == null ? "Unknown" : details.errorCode();
            var message = details == null ? problem.getMessage() : details.errorMessage();
            return new CliException(
                    254,
                    "\naws: [ERROR]: An error occurred (" + code + ") when calling the " + Names.operation(command)
                            + " operation: " + message);
        }
        if (cause instanceof UnsupportedOperationException) {
            return new CliException(
                    254,
                    "\naws: [ERROR]: An error occurred (UnknownOperationException) when calling the "
                            + Names.operation(command) + " operation: the practice cloud does not have it");
        }
        if (cause instanceof RuntimeException problem) {
            throw problem;
        }
        throw new IllegalStateException("The SDK's interfaces throw no checked exceptions", cause);
    }

    private static @Nullable String token(ObjectNode answer) {
        for (var name : List.of("nextToken", "NextToken", "nextMarker", "NextMarker")) {
            if (answer.hasNonNull(name) && !answer.get(name).asText().isEmpty()) {
                return name;
            }
        }
        return null;
    }

    private static void merge(ObjectNode all, ObjectNode page) {
        for (var entry : page.properties()) {
            if (entry.getValue() instanceof ArrayNode more && all.get(entry.getKey()) instanceof ArrayNode array) {
                array.addAll(more);
            } else {
                all.set(entry.getKey(), entry.getValue());
            }
        }
    }
}
