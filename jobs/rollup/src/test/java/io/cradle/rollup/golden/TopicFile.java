package io.cradle.rollup.golden;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/**
 * What topics hold, as a file: an Avro container of {@link Message}s that says of itself where every partition ends.
 *
 * @param messages of one partition in order; where offsets are left out, a tick or a transaction marker stood
 * @param ends the offset after the last, by topic/partition
 */
record TopicFile(List<Message> messages, Map<String, Long> ends) {
    private static final String ENDS = "cradle.ends";
    private static final int BEST_COMPRESSION = 9;
    private static final Schema SCHEMA = SchemaBuilder.record("Message")
            .namespace("io.cradle.golden")
            .fields()
            .requiredString("topic")
            .requiredInt("partition")
            .requiredLong("offset")
            .requiredLong("timestamp_ms")
            .optionalBytes("key")
            .optionalBytes("value")
            .endRecord();

    static TopicFile read(Path file) throws IOException {
        List<Message> messages = new ArrayList<>();
        try (DataFileReader<GenericRecord> in = new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
            in.forEach(record -> messages.add(message(record)));
            return new TopicFile(messages, ends(in.getMetaString(ENDS)));
        }
    }

    void write(Path file) throws IOException {
        try (DataFileWriter<GenericRecord> out = new DataFileWriter<>(new GenericDatumWriter<>(SCHEMA))) {
            out.setCodec(CodecFactory.deflateCodec(BEST_COMPRESSION));
            out.setMeta(
                    ENDS,
                    new TreeMap<>(ends)
                            .entrySet().stream()
                                    .map(end -> end.getKey() + "=" + end.getValue())
                                    .collect(Collectors.joining("\n")));
            out.create(SCHEMA, file.toFile());
            for (Message message : messages) {
                out.append(new GenericRecordBuilder(SCHEMA)
                        .set("topic", message.topic())
                        .set("partition", message.partition())
                        .set("offset", message.offset())
                        .set("timestamp_ms", message.timestampMs())
                        .set("key", message.key() == null ? null : ByteBuffer.wrap(message.key()))
                        .set("value", message.value() == null ? null : ByteBuffer.wrap(message.value()))
                        .build());
            }
        }
    }

    private static Message message(GenericRecord record) {
        return new Message(
                record.get("topic").toString(),
                (int) record.get("partition"),
                (long) record.get("offset"),
                (long) record.get("timestamp_ms"),
                bytes(record.get("key")),
                bytes(record.get("value")));
    }

    private static byte[] bytes(Object buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[((ByteBuffer) buffer).remaining()];
        ((ByteBuffer) buffer).duplicate().get(bytes);
        return bytes;
    }

    private static Map<String, Long> ends(String text) {
        return text.lines()
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> Long.valueOf(line.substring(line.indexOf('=') + 1))));
    }
}
