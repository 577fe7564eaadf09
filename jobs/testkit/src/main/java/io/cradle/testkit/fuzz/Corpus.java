package io.cradle.testkit.fuzz;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept for a target: seeds, and everything that ever broke it. */
public final class Corpus {
    private Corpus() {}

    /** The inputs in a directory, in the order of their names. */
    public static List<Path> inputs(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Runs a target on one input.
     *
     * @throws AssertionError if the target throws anything; the message names the input
     */
    public static void replay(Class<?> target, Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        try {
            Method method = target.getMethod("fuzzerTestOneInput", byte[].class);
            method.invoke(null, bytes);
        } catch (InvocationTargetException e) {
            throw new AssertionError(target.getSimpleName() + " fails on " + input, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(target + " is no fuzz target", e);
        }
    }
}
