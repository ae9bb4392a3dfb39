package dev.hebb.cli.feed;

import dev.hebb.produce.Speed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a speed while the command line is read: one that is impossible is refused before a large file is. */
final class SpeedConverter implements ITypeConverter<Speed> {
    @Override
    public Speed convert(String text) {
        try {
            return Speed.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
