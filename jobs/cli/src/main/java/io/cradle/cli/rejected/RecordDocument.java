package io.cradle.cli.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.cli.CommandException;
import io.cradle.connectors.files.rows.NearestName;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A record in a form that people edit: the topic, and either the record field by field or the key to delete. What else
 * stands beside them (position, reason, detail) is for the reader.
 *
 * @param source where it is from, for complaints
 */
record RecordDocument(String source, ObjectNode json) {
    private static final JsonMapper JSON = JsonMapper.builder()
            // A number goes over as it is written: every digit counts.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();
    private static final String TOPIC = "topic";
    private static final String RECORD = "record";
    private static final String DELETE = "delete";

    /** The document of a rejected record; one that does not decode comes with nothing but the fields of its key. */
    static RecordDocument of(Rejected rejected, WireFormat wire) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("position", rejected.position());
        json.put("reason", rejected.reason());
        json.put("detail", rejected.detail());
        json.put(TOPIC, rejected.topic().topicName());
        if (rejected.isDeletion()) {
            json.put(DELETE, rejected.keyText());
        } else {
            json.set(RECORD, rejected.decoded(wire).map(RecordNode::of).orElseGet(() -> emptyForm(rejected)));
        }
        return new RecordDocument(rejected.position(), json);
    }

    private static ObjectNode emptyForm(Rejected rejected) {
        NodeReader reader = new NodeReader(rejected.position());
        ObjectNode form = RecordNode.of(reader.record(
                JsonNodeFactory.instance.objectNode(), rejected.topic().schema()));
        List<String> fields = rejected.topic().keyFields();
        List<String> parts = RecordKey.split(rejected.keyText());
        for (int i = 0; i < fields.size() && parts.size() == fields.size(); i++) {
            form.put(fields.get(i), parts.get(i).isEmpty() ? null : parts.get(i));
        }
        return form;
    }

    /**
     * The documents of a file, one after the other.
     *
     * @throws CommandException if it cannot be read or holds something else
     */
    static List<RecordDocument> read(Path file) {
        if (!Files.isReadable(file)) {
            throw new CommandException(
                    "'" + file + "' is neither a readable file nor a position such as" + " meter-readings/0/12");
        }
        List<RecordDocument> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> nodes = JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
            while (nodes.hasNext()) {
                String source = file + (documents.isEmpty() ? "" : ", document " + (documents.size() + 1));
                if (!(nodes.next() instanceof ObjectNode object)) {
                    throw new CommandException(
                            source + ": must be a JSON object as `cradle rejected show --json` gives");
                }
                documents.add(new RecordDocument(source, object));
            }
        } catch (JsonProcessingException e) {
            throw new CommandException(
                    file + ": line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " is not JSON: "
                            + e.getOriginalMessage(),
                    e);
        } catch (RuntimeException e) {
            throw e.getCause() instanceof JsonProcessingException json
                    ? new CommandException(file + " is not JSON: " + json.getOriginalMessage(), e)
                    : e;
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: name a readable file in UTF-8", e);
        }
        if (documents.isEmpty()) {
            throw new CommandException(file + " is empty: `cradle rejected show POSITION --json` gives its form");
        }
        return documents;
    }

    /** The same with a field changed; {@code path} as in {@code lines.1.unit}, an empty text makes it absent. */
    RecordDocument with(String path, String text) {
        ObjectNode changed = json.deepCopy();
        if (!(changed.get(RECORD) instanceof ObjectNode record)) {
            throw new CommandException(source + " is a deletion, it has no fields to set");
        }
        FieldEdit.set(source, record, path, text);
        return new RecordDocument(source, changed);
    }

    /** The record to publish: key and value bytes under the ids of a catalog. */
    Correction correction(WireFormat wire) {
        InputTopic topic = topic();
        if (json.hasNonNull(DELETE)) {
            return new Correction(
                    source, topic, RecordKey.bytes(json.get(DELETE).asText()), null);
        }
        if (!json.hasNonNull(RECORD)) {
            throw new CommandException(source + ": has neither \"record\" nor \"delete\": give the record's fields"
                    + " under \"record\", or the key to delete");
        }
        var record = new NodeReader(source).record(json.get(RECORD), topic.schema());
        return new Correction(
                source, topic, RecordKey.bytes(RecordKey.of(topic, record)), wire.encode(topic.topicName(), record));
    }

    private InputTopic topic() {
        String name = json.path(TOPIC).asText();
        List<String> known =
                Arrays.stream(InputTopic.values()).map(InputTopic::topicName).toList();
        return InputTopic.ofName(name)
                .orElseThrow(() -> new CommandException(source + ": topic '" + name + "' does not exist; did you mean '"
                        + NearestName.of(name, known) + "'?"));
    }

    String pretty() {
        return json.toPrettyString();
    }
}
