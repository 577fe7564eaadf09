package io.cradle.cli.secured;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything that any logger says at a level, instead of where it would go, until it is closed. */
final class HeardLog implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Map<LoggerConfig, Level> levels = new HashMap<>();
    private final Map<String, Appender> others =
            Map.copyOf(context.getConfiguration().getRootLogger().getAppenders());
    private final Ear ear = new Ear();

    HeardLog(Level level) {
        for (LoggerConfig logger : context.getConfiguration().getLoggers().values()) {
            levels.put(logger, logger.getLevel());
            logger.setLevel(level);
        }
        LoggerConfig root = context.getConfiguration().getRootLogger();
        others.keySet().forEach(root::removeAppender);
        ear.start();
        root.addAppender(ear, null, null);
        context.updateLoggers();
    }

    String text() {
        return String.join("", lines);
    }

    @Override
    public void close() {
        levels.forEach(LoggerConfig::setLevel);
        LoggerConfig root = context.getConfiguration().getRootLogger();
        root.removeAppender(ear.getName());
        others.values().forEach(appender -> root.addAppender(appender, null, null));
        context.updateLoggers();
        ear.stop();
    }

    private final class Ear extends AbstractAppender {
        private final PatternLayout words = PatternLayout.newBuilder()
                .withPattern("%p %c %m %throwable{full}%n")
                .build();

        Ear() {
            super("ear", null, null, false, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            lines.add(words.toSerializable(event));
        }
    }
}
