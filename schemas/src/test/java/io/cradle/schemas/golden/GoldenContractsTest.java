package io.cradle.schemas.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.wire.StateFormat;
import io.cradle.schemas.wire.StateSchemas;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** This build and every released version understand each other. */
class GoldenContractsTest {
    private static Contract current;

    @BeforeAll
    static void build() throws IOException {
        current = Contract.current();
    }

    @Test
    void everyVersionReadsEveryOther() throws IOException {
        List<Contract> versions = new ArrayList<>();
        for (String version : GoldenFiles.versions()) {
            versions.add(GoldenFiles.read(version));
        }
        versions.add(current);
        assertTrue(versions.size() > 1, "recorded versions");
        assertEquals(List.of(), Evolution.problems(versions));
    }

    @Test
    void whatThisBuildPromisesIsRecorded() throws IOException {
        List<String> versions = GoldenFiles.versions();
        Contract newest = GoldenFiles.read(versions.get(versions.size() - 1));
        assertEquals(List.of(), Evolution.unrecorded(current, newest));
    }

    @Test
    void theProgramKnowsTheStateOfEveryVersion() throws IOException {
        assertEquals(GoldenFiles.versions(), StateSchemas.versions(), "name the version in StateSchemas");
        assertEquals(GoldenFiles.versions(), GoldenFiles.versionsOfState());
        for (Schema record : StateSchemas.current()) {
            assertFalse(StateSchemas.released(record).isEmpty(), record.getFullName());
        }
    }

    static Stream<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        for (String version : GoldenFiles.versions()) {
            GoldenFiles.read(version)
                    .schemas()
                    .forEach((name, schema) -> examples.add(Arguments.of(version, name, schema)));
        }
        return examples.stream();
    }

    /** Bytes of old become a record of this build, and an old reader finds in what this build writes what was said. */
    @ParameterizedTest
    @MethodSource("examples")
    void bytesOfEveryVersionSayWhatTheySaid(String version, String name, Schema then) throws IOException {
        byte[] bytes = GoldenFiles.bytes(version, name);
        Schema now = current.schemas().get(name);
        SpecificRecord record =
                name.startsWith(Contract.STATE) ? StateFormat.of(now).decode(bytes) : Encoded.ofClass(bytes, then, now);
        assertEquals(now, record.getSchema());
        byte[] rewritten = Encoded.byClass(record);
        assertEquals(GoldenFiles.json(version, name), Encoded.json(Encoded.as(then, rewritten, now), then));
    }

    /** What a test compares with must itself be whole: the example of a version fills every field that it had. */
    @Test
    void examplesAreWhole() throws IOException {
        for (String version : GoldenFiles.versions()) {
            for (Map.Entry<String, Schema> each :
                    GoldenFiles.read(version).schemas().entrySet()) {
                String json = GoldenFiles.json(version, each.getKey());
                each.getValue()
                        .getFields()
                        .forEach(field -> assertTrue(json.contains('"' + field.name() + "\" : "), json));
                assertFalse(json.contains(": null"), json);
            }
        }
    }
}
