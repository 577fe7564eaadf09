package io.cradle.cli.bench;

import io.cradle.testkit.realistic.Family;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A family of networks by its label. */
public final class FamilyName implements ITypeConverter<Family> {
    @Override
    public Family convert(String label) {
        return Arrays.stream(Family.values())
                .filter(family -> family.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + label + "' is none of few, mid, giant"));
    }
}
