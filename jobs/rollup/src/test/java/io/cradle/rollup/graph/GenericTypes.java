package io.cradle.rollup.graph;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;

/** Finds types that Flink leaves to Kryo: what it writes belongs to a class's fields, not to a contract. */
final class GenericTypes {
    private static final String KRYO = "KryoSerializer";

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private GenericTypes() {}

    /** The way to the first generic type inside a serializer, a type or a descriptor, however deep; empty where none. */
    static Optional<String> in(Object root) {
        return new GenericTypes().search(root, "");
    }

    private Optional<String> search(Object at, String path) {
        if (at == null || !seen.add(at)) {
            return Optional.empty();
        }
        String here = path + "/" + at.getClass().getSimpleName();
        if (at instanceof GenericTypeInfo || (at instanceof TypeSerializer && here.endsWith(KRYO))) {
            return Optional.of(here);
        }
        if (at instanceof Map<?, ?> map) {
            return search(map.values().toArray(), here);
        }
        if (at instanceof Collection<?> collection) {
            return search(collection.toArray(), here);
        }
        if (at instanceof Object[] array) {
            return elements(array, here);
        }
        String name = at.getClass().getName();
        return name.startsWith("org.apache.flink.") || name.startsWith("io.cradle.")
                ? fields(at, here)
                : Optional.empty();
    }

    private Optional<String> elements(Object[] array, String here) {
        for (int i = 0; i < array.length; i++) {
            Optional<String> found = search(array[i], here);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> fields(Object at, String here) {
        for (Class<?> type = at.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    Optional<String> found = search(value(field, at), here);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Object value(Field field, Object at) {
        try {
            field.setAccessible(true);
            return field.get(at);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
