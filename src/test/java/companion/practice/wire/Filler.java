package companion.practice.wire;

import java.math.BigDecimal;
import java.time.Instant;
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

/** Fills models with values that are all different, as far down as structures go. */
final class Filler {
    private static final int DEEPEST = 4;
    private static final Instant START = Instant.parse("2026-11-21T12:00:00.123Z");

    private int next;

    Object fill(SdkPojo builder) {
        return fill(builder, 0);
    }

    private Object fill(SdkPojo builder, int depth) {
        for (var field : builder.sdkFields()) {
            var value = value(field, depth);
            if (value != null) {
                field.set(builder, value);
            }
        }
        return ((Buildable) builder).build();
    }

    private @Nullable Object value(SdkField<?> field, int depth) {
        int n = ++next;
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> "v <&> ü+ %20 " + n;
            case INTEGER -> n;
            case LONG -> 10_000_000_000L + n;
            case SHORT -> (short) n;
            case BYTE -> (byte) n;
            case FLOAT -> n + 0.5f;
            case DOUBLE -> n + 0.25;
            case BIG_DECIMAL -> new BigDecimal(n + ".125");
            case BOOLEAN -> n % 2 == 0;
            case INSTANT -> START.plusSeconds(n);
            case SDK_BYTES -> SdkBytes.fromUtf8String("bytes " + n);
            case DOCUMENT -> Document.fromMap(Map.of("n", Document.fromNumber(n)));
            case SDK_POJO -> depth == DEEPEST ? null : fill(field.constructor().get(), depth + 1);
            case LIST -> {
                var member = field.getTrait(ListTrait.class).memberFieldInfo();
                var first = value(member, depth);
                yield first == null ? null : List.of(first, value(member, depth));
            }
            case MAP -> {
                var one = value(field.getTrait(MapTrait.class).valueFieldInfo(), depth);
                yield one == null ? null : Map.of("key " + n, one);
            }
            case NULL -> null;
        };
    }
}
