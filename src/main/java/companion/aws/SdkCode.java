package companion.aws;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/** A request as the code that makes the same call with the AWS SDK for Java, made from the request's own metadata. */
public final class SdkCode {
    private static final int INLINE_TEXT = 300;

    private SdkCode() {}

    public static String of(SdkPojo request) {
        return of(request, Map.of());
    }

    /** @param files members of the request that the learner has as a file, to its name */
    public static String of(SdkPojo request, Map<String, String> files) {
        var operation = request.getClass().getSimpleName().replaceFirst("Request$", "");
        var method = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        return AwsService.of(request.getClass()).variable() + "." + method + "(" + builder(request, files, 1) + ");";
    }

    private static String builder(SdkPojo pojo, Map<String, String> files, int depth) {
        var indent = "\n" + "    ".repeat(depth);
        var text = new StringBuilder(pojo.getClass().getSimpleName()).append(".builder()");
        for (var member : RequestFields.of(pojo)) {
            text.append(indent).append('.').append(setter(pojo, member.name())).append('(');
            var file = files.get(member.name());
            text.append(file == null ? value(member.value(), member.name(), depth + 1) : read(file))
                    .append(')');
        }
        return text.append(indent).append(".build()").toString();
    }

    /**
     * The builder's method for a member: the SDK lower-cases acronyms, so the name is looked up rather than guessed.
     */
    private static String setter(SdkPojo pojo, String member) {
        return Arrays.stream(pojo.getClass().getMethods())
                .filter(method ->
                        method.getParameterCount() == 0 && method.getName().equalsIgnoreCase(member))
                .map(method -> method.getName())
                .findFirst()
                .orElse(Character.toLowerCase(member.charAt(0)) + member.substring(1));
    }

    private static String value(Object value, String member, int depth) {
        return switch (value) {
            case SdkPojo pojo -> builder(pojo, Map.of(), depth);
            case Collection<?> list ->
                list.stream()
                        .map(item -> value(item, member, depth))
                        .collect(Collectors.joining(
                                list.stream().anyMatch(SdkPojo.class::isInstance)
                                        ? ",\n" + "    ".repeat(depth)
                                        : ", "));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry ->
                                literal(String.valueOf(entry.getKey())) + ", " + value(entry.getValue(), member, depth))
                        .collect(Collectors.joining(", ", "Map.of(", ")"));
            case Long number -> number + "L";
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case SdkBytes _ -> "SdkBytes.fromInputStream(in)";
            case String text
            when text.length() > INLINE_TEXT || text.contains("\n") ->
                read(CliNames.kebab(member) + (text.stripLeading().startsWith("{") ? ".json" : ".yaml"));
            default -> literal(String.valueOf(value));
        };
    }

    private static String read(String file) {
        return "Files.readString(Path.of(" + literal(file) + "))";
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
