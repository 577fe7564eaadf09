package io.cradle.cli.bench.pipeline;

import io.cradle.rollup.config.Options;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a state backend. */
final class BackendName implements ITypeConverter<Options.Backend> {
    @Override
    public Options.Backend convert(String name) {
        return switch (name) {
            case "heap" -> Options.Backend.HEAP;
            case "rocksdb" -> Options.Backend.ROCKSDB;
            default -> throw new TypeConversionException("'" + name + "' is no backend: heap or rocksdb");
        };
    }
}
