package io.cradle.connectors.kafka.ticker;

import io.cradle.connectors.kafka.Ticks;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes a tick to exactly the partition that it is for. */
final class TickSerializer implements KafkaRecordSerializationSchema<Tick> {
    private static final long serialVersionUID = 1L;
    private static final byte[] EMPTY = new byte[0];

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Tick tick, KafkaSinkContext context, Long timestamp) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(tick.topic(), tick.partition(), null, EMPTY);
        message.headers().add(Ticks.HEADER, EMPTY);
        return message;
    }
}
