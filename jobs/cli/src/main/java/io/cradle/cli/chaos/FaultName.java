package io.cradle.cli.chaos;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fault as it is named on the command line. */
final class FaultName implements ITypeConverter<Fault> {
    @Override
    public Fault convert(String text) {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no fault; there are "
                        + Arrays.stream(Fault.values()).map(Fault::label).collect(Collectors.joining(", "))));
    }
}
