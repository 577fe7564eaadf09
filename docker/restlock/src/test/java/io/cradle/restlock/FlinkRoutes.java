package io.cradle.restlock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.flink.runtime.rest.handler.RestHandlerSpecification;
import org.apache.flink.runtime.webmonitor.WebSubmissionExtension;

/** Every request that Flink declares an answer to, as {@code METHOD /path/:parameter}. */
final class FlinkRoutes {
    private FlinkRoutes() {}

    static Set<String> all() {
        Set<String> routes = new TreeSet<>();
        // One class of every jar that declares some.
        Stream.of(RestHandlerSpecification.class, WebSubmissionExtension.class)
                .flatMap(FlinkRoutes::classesBeside)
                .flatMap(type -> instance(type).stream())
                .forEach(route -> routes.add(route.getHttpMethod() + " " + route.getTargetRestEndpointURL()));
        return routes;
    }

    private static Stream<Class<?>> classesBeside(Class<?> one) {
        Path jar =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches(".*(Headers|Specification)\\.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList()
                    .stream()
                    .map(FlinkRoutes::load);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RestHandlerSpecification.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<RestHandlerSpecification> instance(Class<?> type) {
        if (!RestHandlerSpecification.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return Optional.of((RestHandlerSpecification) constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be asked what it answers", e);
        }
    }
}
