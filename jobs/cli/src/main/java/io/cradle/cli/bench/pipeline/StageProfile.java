package io.cradle.cli.bench.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor time of a process went, from the samples of a flight recording.
 *
 * @param samples by stage, of threads that ran Java code
 * @param pausedSeconds how long the collector of garbage stopped everything, by the clock on the wall
 */
record StageProfile(Map<Stage, Long> samples, double pausedSeconds) {
    static StageProfile of(Path recording) throws IOException {
        Map<Stage, Long> samples = new EnumMap<>(Stage.class);
        double pausedSeconds = 0;
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                String type = event.getEventType().getName();
                if (type.equals("jdk.GarbageCollection")) {
                    pausedSeconds += event.getDuration("sumOfPauses").toNanos() / 1e9;
                } else if (type.equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples.merge(Stage.of(frames(event)), 1L, Long::sum);
                }
            }
        }
        return new StageProfile(samples, pausedSeconds);
    }

    /** The share of a stage in all samples. */
    double share(Stage stage) {
        long all = samples.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : (double) samples.getOrDefault(stage, 0L) / all;
    }

    private static List<String> frames(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .map(frame -> name(frame.getMethod()))
                .toList();
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }
}
