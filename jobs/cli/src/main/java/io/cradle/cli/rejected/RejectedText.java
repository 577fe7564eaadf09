package io.cradle.cli.rejected;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.schemas.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rejected records in words. */
final class RejectedText {
    private static final String ROW = "%-32s %-24s %-20s %-32s %s";

    private final WireFormat wire;

    RejectedText(WireFormat wire) {
        this.wire = wire;
    }

    /** A row per record, then how many there are of each reason. */
    List<String> table(List<Rejected> found) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        if (!found.isEmpty()) {
            lines.add(String.format(ROW, "position", "log time", "reason", "key", "detail"));
        }
        for (Rejected rejected : found) {
            lines.add(String.format(
                    ROW,
                    rejected.position(),
                    rejected.logTime(),
                    rejected.reason(),
                    oneLine(rejected.keyText()),
                    oneLine(rejected.detail())));
            counts.merge(rejected.reason(), 1, Integer::sum);
        }
        counts.forEach((reason, count) -> lines.add(count + " " + reason));
        lines.add(found.size() == 1 ? "1 rejected record" : found.size() + " rejected records");
        return lines;
    }

    List<String> jsonLines(List<Rejected> found) {
        return found.stream().map(rejected -> object(rejected).toString()).toList();
    }

    private ObjectNode object(Rejected rejected) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("position", rejected.position());
        object.put("topic", rejected.topic().topicName());
        object.put("log_time", rejected.logTime().toString());
        object.put("reason", rejected.reason());
        object.put("detail", rejected.detail());
        object.put("key", rejected.key() == null ? null : rejected.keyText());
        object.put("job_version", rejected.record().getJobVersion());
        object.put("deletion", rejected.isDeletion());
        rejected.decoded(wire).ifPresentOrElse(record -> object.set("record", RecordNode.of(record)), () -> {
            if (!rejected.isDeletion()) {
                object.put("value_hex", rejected.valueHex());
            }
        });
        return object;
    }

    /** Everything about one record. */
    List<String> page(Rejected rejected) {
        List<String> lines = new ArrayList<>();
        lines.add("position  " + rejected.position());
        lines.add("log time  " + rejected.logTime());
        lines.add("reason    " + rejected.reason());
        lines.add("detail    " + oneLine(rejected.detail()));
        lines.add("to do     " + Remedy.of(rejected.reason()));
        lines.add("job       " + rejected.record().getJobVersion());
        lines.add("key       " + oneLine(rejected.keyText()) + ", of "
                + String.join("/", rejected.topic().keyFields()));
        lines.add("value     " + value(rejected));
        return lines;
    }

    private String value(Rejected rejected) {
        if (rejected.isDeletion()) {
            return "(none: it deletes)";
        }
        return rejected.decoded(wire)
                .map(record -> RecordNode.of(record).toPrettyString())
                .orElseGet(() -> "0x" + rejected.valueHex());
    }

    /** Keys and details quote what others have written: no control character of theirs reaches a terminal. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
