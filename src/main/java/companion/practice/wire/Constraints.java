package companion.practice.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What services check of every request alike, before they look at it: that the required members are there, and that lengths and
 * values are within their limits. The SDK's classes do not carry this, so it is kept in {@code
 * resources/companion/practice/wire/constraints}, for those services whose rooms do not have words of their own for it.
 * Thread-safe.
 */
final class Constraints {
    private final Map<AwsService, Map<String, List<Constraint>>> known = new ConcurrentHashMap<>();

    /**
     * Checks the model's constraints.
     *
     * @throws RefusedException naming all members that do not satisfy them, as the service would
     */
    void check(Call call) throws RefusedException {
        var service = call.operation().service();
        var violations = new ArrayList<String>();
        of(service, call.operation().name()).forEach(c -> c.check(call.request(), violations));
        if (!violations.isEmpty()) {
            var count = violations.size() == 1 ? "1 validation error" : violations.size() + " validation errors";
            throw new RefusedException(
                    new ApiError(400, code(service), count + " detected: " + String.join("; ", violations)));
        }
    }

    List<Constraint> of(AwsService service, String operation) {
        return known.computeIfAbsent(service, Constraints::load).getOrDefault(operation, List.of());
    }

    private static String code(AwsService service) {
        return switch (service) {
            case LOGS -> "InvalidParameterException";
            case CODEBUILD -> "InvalidInputException";
            case CODEPIPELINE, EVENTS -> "ValidationException";
            default -> "ValidationError";
        };
    }

    private static Map<String, List<Constraint>> load(AwsService service) {
        var name = "/companion/practice/wire/constraints/" + service.name().toLowerCase(Locale.ROOT) + ".txt";
        try (var in = Constraints.class.getResourceAsStream(name)) {
            if (in == null) {
                return Map.of();
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(
                            words -> words[0],
                            words -> Stream.of(words).skip(1).map(Constraint::parse).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("The constraints of " + service + " cannot be read", e);
        }
    }
}
