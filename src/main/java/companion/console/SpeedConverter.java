package companion.console;

import companion.practice.world.Speed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code 30}, {@code instant} or {@code paused}. */
final class SpeedConverter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String value) {
        try {
            return Speed.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
