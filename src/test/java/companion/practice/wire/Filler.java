package companion.practice.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills models with values that are all different, unless a constraint leaves no choice, as far down as structures go. */
final class Filler {
    private static final int DEEPEST = 4;
    private static final Instant START = Instant.parse("2026-11-21T12:00:00.123Z");

    private int next;

    Object fill(SdkPojo builder, List<Constraint> constraints) {
        return fill(builder, constraints, List.of());
    }

    private Object fill(SdkPojo builder, List<Constraint> constraints, List<String> path) {
        for (var field : builder.sdkFields()) {
            var value = value(field, constraints, appended(path, field.memberName()));
            if (value != null) {
                field.set(builder, value);
            }
        }
        return ((Buildable) builder).build();
    }

    private @Nullable Object value(SdkField<?> field, List<Constraint> constraints, List<String> path) {
        int n = ++next;
        var constraint = constraints.stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElse(new Constraint(path, false, 0, Integer.MAX_VALUE));
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> fit("v <&> ü+ %20 " + n, constraint);
            case INTEGER -> Math.clamp(n, (int) Math.max(0, constraint.least()), (int) Math.min(Integer.MAX_VALUE, constraint.most()));
            case LONG -> constraint.most() == Integer.MAX_VALUE ? 10_000_000_000L + n : constraint.least();
            case SHORT -> (short) n;
            case BYTE -> (byte) n;
            case FLOAT -> n + 0.5f;
            case DOUBLE -> n + 0.25;
            case BIG_DECIMAL -> new BigDecimal(n + ".125");
            case BOOLEAN -> n % 2 == 0 && !field.memberName().equals("DryRun");
            case INSTANT -> START.plusSeconds(n);
            case SDK_BYTES -> SdkBytes.fromUtf8String("bytes " + n);
            case DOCUMENT -> Document.fromMap(Map.of("n", Document.fromNumber(n)));
            case SDK_POJO -> path.size() > DEEPEST ? null : fill(field.constructor().get(), constraints, path);
            case LIST -> {
                var member = field.getTrait(ListTrait.class).memberFieldInfo();
                var each = new ArrayList<>(path);
                each.set(path.size() - 1, path.getLast() + "[]");
                var first = value(member, constraints, each);
                yield first == null ? null : List.of(first, value(member, constraints, each));
            }
            case MAP -> {
                var one = value(field.getTrait(MapTrait.class).valueFieldInfo(), List.of(), path);
                yield one == null ? null : Map.of("key " + n, one);
            }
            case NULL -> null;
        };
    }

    private static String fit(String text, Constraint constraint) {
        var longer = text + "x".repeat((int) Math.max(0, Math.max(0, constraint.least()) - text.length()));
        return longer.substring(0, (int) Math.min(longer.length(), constraint.most()));
    }

    private static List<String> appended(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
