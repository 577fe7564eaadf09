package io.cradle.rollup.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.Position;
import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.core.Rejection;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.generate.Records;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and records that are legal Avro and would do harm further on. */
class IntakeLimitsTest {
    private static final Position AT = new Position(1_700_000_000_000L, "purchase-records", 0, 7);

    private final WireFormat wire = new WireFormat(SchemaCatalog.bundled());
    private final ChangeReader reader =
            new ChangeReader(SchemaCatalog.bundled(), Plausibility.of(Settings.of(Map.of())));

    /** Memory goes by the parts of a key, state by its text: another spelling would delete in one and not in the other. */
    @ParameterizedTest
    @ValueSource(strings = {"n/a%2fb", "n/100%", "n/%41"})
    void aDeletionUnderAnotherSpellingIsRefused(String key) {
        Rejection rejection = rejection(key.getBytes(StandardCharsets.UTF_8), null);
        assertEquals(RejectReason.UNDECODABLE, rejection.reason());
        assertTrue(rejection.detail().contains("must be written '" + key.replace("%", "%25") + "'"), rejection::detail);
    }

    @Test
    void aDeletionInTheOneSpellingIsTaken() throws RejectedException {
        byte[] key = RecordKey.bytes(RecordKey.join("n", "a/b 100%"));
        assertNotNull(reader.read(InputTopic.PURCHASE_RECORDS, AT, key, null));
    }

    @Test
    void aKeyThatIsNotTextIsRefused() {
        assertEquals(
                RejectReason.UNDECODABLE,
                rejection(new byte[] {'n', '/', (byte) 0xff}, null).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/ ", " /r", "n/", "/"})
    void aBlankPartIsNone(String key) {
        assertEquals(
                RejectReason.MISSING_FIELD,
                rejection(RecordKey.bytes(key), null).reason());
    }

    /** Between operators a network's name is written with a length of two bytes. */
    @Test
    void aKeyOfManyBytesIsRefused() {
        String network = "n".repeat(70_000);
        SpecificRecord record = purchase(network, "s");
        Rejection rejection = rejection(RecordKey.bytes(network + "/r"), wire.encode("purchase-records", record));
        assertEquals(RejectReason.UNDECODABLE, rejection.reason());
        assertEquals("the key has 70002 bytes, at most 1000 are read", rejection.detail());
    }

    @Test
    void aTextOfManyCharactersIsRefused() throws RejectedException {
        byte[] key = RecordKey.bytes("n/r");
        assertNotNull(reader.read(
                InputTopic.PURCHASE_RECORDS,
                AT,
                key,
                wire.encode("purchase-records", purchase("n", "s".repeat(2_000)))));
        Rejection rejection = rejection(key, wire.encode("purchase-records", purchase("n", "s".repeat(2_001))));
        assertEquals(RejectReason.UNDECODABLE, rejection.reason());
        assertEquals("supplier has 2001 characters, at most 2000 are read", rejection.detail());
    }

    /** A broker counts after compression: zeros by the gigabyte pass it. */
    @Test
    void aValueOfManyBytesIsRefusedUndecoded() {
        Rejection rejection = rejection(RecordKey.bytes("n/r"), new byte[SizeLimits.MAX_VALUE_BYTES + 1]);
        assertEquals(RejectReason.UNDECODABLE, rejection.reason());
        assertEquals("the value has 1048577 bytes, at most 1048576 are read", rejection.detail());
    }

    /** A limit that is new must not stop a job from starting on the state of yesterday. */
    @Test
    void whatStandsInStateIsNotJudgedAgain() throws RejectedException {
        ChangeReader ofState = new ChangeReader(SchemaCatalog.bundled(), Plausibility.NONE);
        byte[] value = wire.encode("purchase-records", purchase("n", "s".repeat(3_000)));
        assertNotNull(ofState.read(InputTopic.PURCHASE_RECORDS, AT, RecordKey.bytes("n/r"), value));
    }

    private static SpecificRecord purchase(String network, String supplier) {
        return Records.purchase(network, "r", "p", supplier, "2023-01-01T00:00:00Z", "2023-02-01T00:00:00Z", "1", "kg");
    }

    private Rejection rejection(byte[] key, byte[] value) {
        return assertThrows(RejectedException.class, () -> reader.read(InputTopic.PURCHASE_RECORDS, AT, key, value))
                .rejection();
    }
}
