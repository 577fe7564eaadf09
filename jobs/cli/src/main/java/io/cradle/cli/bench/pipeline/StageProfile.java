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
 */
record StageProfile(Map<Stage, Long> samples) {
    static StageProfile of(Path recording) throws IOException {
        Map<Stage, Long> samples = new EnumMap<>(Stage.class);
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    samples.merge(Stage.of(frames(event)), 1L, Long::sum);
                }
            }
        }
        return new StageProfile(samples);
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
