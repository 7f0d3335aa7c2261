package companion.practice.wire.shape;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Single values as text: in Query parameters, XML elements, headers and URIs. */
final class Scalars {
    private Scalars() {}

    /** @param timestamps the format where the field names none */
    static Object parse(String text, SdkField<?> field, Format timestamps) throws MalformedShapeException {
        var type = field.marshallingType().getKnownType();
        try {
            return switch (type) {
                case STRING -> text;
                case INTEGER -> Integer.valueOf(text.strip());
                case LONG -> Long.valueOf(text.strip());
                case SHORT -> Short.valueOf(text.strip());
                case BYTE -> Byte.valueOf(text.strip());
                case FLOAT -> Float.valueOf(text.strip());
                case DOUBLE -> Double.valueOf(text.strip());
                case BIG_DECIMAL -> new BigDecimal(text.strip());
                case BOOLEAN -> truth(text.strip(), field);
                case INSTANT -> Timestamps.parse(text.strip(), format(field, timestamps));
                case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getMimeDecoder().decode(text));
                default -> throw mismatch(text, field);
            };
        } catch (IllegalArgumentException e) {
            throw mismatch(text, field);
        }
    }

    static String print(Object value, SdkField<?> field, Format timestamps) {
        return switch (value) {
            case Instant time -> Timestamps.format(time, format(field, timestamps));
            case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    static Format format(SdkField<?> field, Format otherwise) {
        var trait = field.getTrait(TimestampFormatTrait.class);
        return trait == null ? otherwise : trait.format();
    }

    private static Boolean truth(String text, SdkField<?> field) throws MalformedShapeException {
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        throw mismatch(text, field);
    }

    private static MalformedShapeException mismatch(String text, SdkField<?> field) {
        var type = field.marshallingType().getKnownType().name().toLowerCase(java.util.Locale.ROOT);
        return new MalformedShapeException(
                "Invalid value '" + text + "' for " + field.locationName() + ": not a valid " + type);
    }
}
