package io.cradle.cli.bench.pipeline;

import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.SchemaCatalog;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The input log of a run.
 *
 * @param ofNetworks how many records belong to networks, readings among them: as many changes the job will apply
 * @param measured how many of them, the last ones, are measured
 */
record WrittenLog(long ofNetworks, long measured) {
    private static final int STEP = 50_000;

    /**
     * Writes definitions, then readings.
     *
     * @param progress told how many readings are written
     */
    static WrittenLog write(
            KafkaAccess access,
            SchemaCatalog catalog,
            PipelineSetup setup,
            MeteredPlants plants,
            LongConsumer progress) {
        AtomicLong ofNetworks = new AtomicLong();
        try (RecordPublisher publisher = RecordPublisher.open(access, catalog)) {
            plants.definitions(record -> {
                InputTopic topic = topicOf(record);
                publisher.publish(topic, record);
                ofNetworks.addAndGet(topic == InputTopic.EMISSION_FACTORS ? 0 : 1);
            });
            publisher.flush();
            for (int i = 0; i < setup.readings() + setup.warmUp(); i++) {
                publisher.publish(InputTopic.METER_READINGS, plants.reading(i));
                if (i % STEP == 0) {
                    progress.accept(i);
                }
            }
        }
        return new WrittenLog(ofNetworks.get() + setup.readings() + setup.warmUp(), setup.readings());
    }

    private static InputTopic topicOf(SpecificRecord record) {
        return Arrays.stream(InputTopic.values())
                .filter(topic -> topic.schema().equals(record.getSchema()))
                .findFirst()
                .orElseThrow();
    }
}
