package io.cradle.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Turns Ctrl-C and a polite kill into a {@link StopSignal}, so that the command ends by itself and cleans up; the
 * second one ends the process at once. A shutdown hook would not do: the virtual machine then dies of the signal, with
 * status 130, while brokers and jobs are being closed by hooks of their own.
 */
public final class Interrupts {
    /** What a shell reports for a process that Ctrl-C ended. */
    private static final int ENDED_BY_INTERRUPT = 130;

    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private Interrupts() {}

    /** Gives the signal when this process is interrupted; where signals cannot be caught, the process just dies. */
    public static void give(StopSignal stop) {
        Runnable onSignal = () -> {
            if (stop.isGiven()) {
                Runtime.getRuntime().halt(ENDED_BY_INTERRUPT);
            }
            stop.give();
        };
        SIGNALS.forEach(signal -> handle(signal, onSignal));
    }

    /** By reflection: the class is supported (module jdk.unsupported), but compiling against it warns. */
    private static boolean handle(String name, Runnable onSignal) {
        InvocationHandler calls = (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                onSignal.run();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "handler of signal " + name;
        };
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler =
                    Proxy.newProxyInstance(Interrupts.class.getClassLoader(), new Class<?>[] {handlerType}, calls);
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
            return true;
        } catch (ReflectiveOperationException e) {
            // This virtual machine has no such signal, or keeps it for itself.
            return false;
        }
    }
}
