package io.cradle.schemas.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks find what breaks a contract, each in a sentence that says what and where. */
class EvolutionTest {
    private static final String NAME = "inputs/Thing";
    private static final Contract BEFORE = contract("1.0.0", fields -> fields.requiredString("network")
            .name("unit")
            .type()
            .stringType()
            .stringDefault(""));

    static Stream<Arguments> breaking() {
        return Stream.of(
                Arguments.of("required field added", after(f -> before(f).requiredString("new")), "2.0.0 cannot read"),
                Arguments.of("required field left out", after(f -> unit(f)), "1.0.0 cannot read"),
                Arguments.of(
                        "type changed", after(f -> unit(f).requiredLong("network")), "TYPE_MISMATCH at /fields/1/type"),
                Arguments.of("union narrowed", after(f -> unit(f).optionalString("network")), "1.0.0 cannot read"),
                Arguments.of("record gone", new Contract("2.0.0", Map.of(), BEFORE.topics()), "is gone from 2.0.0"),
                Arguments.of(
                        "topic renamed",
                        new Contract("2.0.0", BEFORE.schemas(), Map.of("stuff", "Thing a/b")),
                        "topic things held Thing a/b in 1.0.0 and is gone"),
                Arguments.of(
                        "key changed",
                        new Contract("2.0.0", BEFORE.schemas(), Map.of("things", "Thing a")),
                        "holds Thing a in 2.0.0"));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void isFound(String change, Contract after, String says) {
        List<String> problems = Evolution.problems(List.of(BEFORE, after));
        assertTrue(problems.toString().contains(says), change + ": " + problems);
    }

    @Test
    void whatIsAddedOrLeftOutWithADefaultIsCompatibleAndStillToBeRecorded() {
        Contract more = after(f -> before(f).optionalString("note"));
        Contract less = after(f -> f.requiredString("network"));
        assertEquals(List.of(), Evolution.problems(List.of(BEFORE, more)));
        assertEquals(List.of(), Evolution.problems(List.of(BEFORE, less)));
        List<String> unrecorded = Evolution.unrecorded(more, BEFORE);
        assertTrue(
                unrecorded.toString().contains("record a golden directory of the next version"), unrecorded::toString);
        assertEquals(List.of(), Evolution.unrecorded(BEFORE, BEFORE));
    }

    /** Compatible with the last version is not enough: whoever skips a version must be able to read, too. */
    @Test
    void everyPairIsHeldTogether() {
        Contract middle = new Contract(
                "1.1.0", contract("1.1.0", f -> f.requiredString("network")).schemas(), BEFORE.topics());
        Contract last = after(
                f -> f.requiredString("network").name("unit").type().longType().longDefault(0));
        assertEquals(List.of(), Evolution.problems(List.of(BEFORE, middle)));
        assertEquals(List.of(), Evolution.problems(List.of(middle, last)));
        List<String> problems = Evolution.problems(List.of(BEFORE, middle, last));
        assertTrue(problems.toString().contains("2.0.0 cannot read what 1.0.0 writes"), problems::toString);
    }

    @Test
    void aNewTopicIsToBeRecorded() {
        Map<String, String> topics = new TreeMap<>(BEFORE.topics());
        topics.put("others", "Thing");
        List<String> unrecorded = Evolution.unrecorded(new Contract("2.0.0", BEFORE.schemas(), topics), BEFORE);
        assertTrue(unrecorded.toString().contains("topic others is not recorded"), unrecorded::toString);
    }

    private static Contract after(
            Function<SchemaBuilder.FieldAssembler<Schema>, SchemaBuilder.FieldAssembler<Schema>> fields) {
        return contract("2.0.0", fields);
    }

    private static Contract contract(
            String version,
            Function<SchemaBuilder.FieldAssembler<Schema>, SchemaBuilder.FieldAssembler<Schema>> fields) {
        Schema schema = fields.apply(SchemaBuilder.record("Thing").fields()).endRecord();
        return new Contract(version, Map.of(NAME, schema), Map.of("things", "Thing a/b"));
    }

    private static SchemaBuilder.FieldAssembler<Schema> before(SchemaBuilder.FieldAssembler<Schema> fields) {
        return unit(fields.requiredString("network"));
    }

    private static SchemaBuilder.FieldAssembler<Schema> unit(SchemaBuilder.FieldAssembler<Schema> fields) {
        return fields.name("unit").type().stringType().stringDefault("");
    }
}
