package io.cradle.connectors.files.source;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stands where Flink calls from, and writes down what it is asked to do. */
final class Calls implements InvocationHandler {
    private final List<String> made = new ArrayList<>();

    <T> T as(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    List<String> made() {
        return made;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        made.add(method.getName() + (arguments == null ? "" : Arrays.toString(arguments)));
        return null;
    }
}
