package io.cradle.schemas.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/** What is wrong with a series of contracts, in sentences that say what to do. */
final class Evolution {
    private Evolution() {}

    /** Every version must read what every other writes, in both directions, and find it in the same place. */
    static List<String> problems(List<Contract> versions) {
        List<String> problems = new ArrayList<>();
        for (Contract writer : versions) {
            for (Contract reader : versions) {
                writer.schemas().forEach((name, schema) -> {
                    if (reader.schemas().containsKey(name)) {
                        problems.addAll(unreadable(name, reader, writer));
                    }
                });
            }
        }
        Contract last = versions.get(versions.size() - 1);
        versions.forEach(earlier -> problems.addAll(lost(earlier, last)));
        return problems;
    }

    /** What is recorded of the newest version is what the current build does; else it must be recorded, too. */
    static List<String> unrecorded(Contract current, Contract newest) {
        List<String> problems = new ArrayList<>();
        current.schemas().forEach((name, schema) -> {
            if (!schema.equals(newest.schemas().get(name))) {
                problems.add(name + " is not what " + newest.version() + " recorded. If " + newest.version()
                        + " was not released, take the change back or record it anew; if it was, record a golden"
                        + " directory of the next version (see io.cradle.schemas.golden), provided that the other checks"
                        + " call the change compatible");
            }
        });
        current.topics().forEach((topic, holds) -> {
            if (!newest.topics().containsKey(topic)) {
                problems.add("topic " + topic + " is not recorded in " + newest.version()
                        + ": record a golden directory of the next version (see io.cradle.schemas.golden)");
            }
        });
        return problems;
    }

    private static List<String> unreadable(String name, Contract reader, Contract writer) {
        Schema readerSchema = reader.schemas().get(name);
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(
                readerSchema, writer.schemas().get(name));
        if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        String why = pair.getResult().getIncompatibilities().stream()
                .map(each -> each.getType() + " at " + each.getLocation() + " (" + each.getMessage() + ")")
                .collect(Collectors.joining(", "));
        return List.of(name + ": " + reader.version() + " cannot read what " + writer.version() + " writes: " + why
                + ". Fields may only be added or left out, each with a default; anything else needs a record and a topic"
                + " of its own");
    }

    private static List<String> lost(Contract earlier, Contract last) {
        List<String> problems = new ArrayList<>();
        earlier.schemas().keySet().stream()
                .filter(name -> !last.schemas().containsKey(name))
                .forEach(name -> problems.add(name + " of " + earlier.version() + " is gone from " + last.version()
                        + ": keep it, what was written with it must stay readable"));
        for (Map.Entry<String, String> topic : earlier.topics().entrySet()) {
            String now = last.topics().get(topic.getKey());
            if (!topic.getValue().equals(now)) {
                problems.add("topic " + topic.getKey() + " held " + topic.getValue() + " in " + earlier.version()
                        + " and " + (now == null ? "is gone from " : "holds " + now + " in ") + last.version()
                        + ": names of topics, their records and keys stay as they are");
            }
        }
        return problems;
    }
}
