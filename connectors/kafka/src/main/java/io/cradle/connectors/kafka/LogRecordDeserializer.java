package io.cradle.connectors.kafka;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.LogRecord;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Bytes in, bytes out: what they say is decided at intake, where a record can be rejected. */
final class LogRecordDeserializer implements KafkaRecordDeserializationSchema<LogRecord> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, InputTopic> TOPICS =
            Stream.of(InputTopic.values()).collect(Collectors.toMap(InputTopic::topicName, Function.identity()));

    /** Of the message before: mostly the same, and then the very same string. */
    private transient String lastName;

    private transient InputTopic lastTopic;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<LogRecord> out) {
        if (!message.topic().equals(lastName)) {
            lastName = message.topic();
            lastTopic = TOPICS.get(lastName);
        }
        InputTopic topic = lastTopic;
        int partition = message.partition();
        out.collect(
                Ticks.isTick(message)
                        ? LogRecord.tick(topic, partition, message.offset(), message.timestamp())
                        : LogRecord.of(
                                topic,
                                partition,
                                message.offset(),
                                message.timestamp(),
                                message.key(),
                                message.value()));
    }

    @Override
    public TypeInformation<LogRecord> getProducedType() {
        return TypeInformation.of(LogRecord.class);
    }
}
