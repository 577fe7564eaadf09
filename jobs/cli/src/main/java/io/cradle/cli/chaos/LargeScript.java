package io.cradle.cli.chaos;

import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EmissionFactor;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import io.cradle.testkit.generate.LargeNetwork;
import io.cradle.testkit.generate.Records;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * One large network, and a product on top of it whose bill changes every second: its figure says which of its bills it
 * was made of.
 *
 * <pre>
 * f[probe] = f[last product] + step · 0.0001 · 1
 * </pre>
 */
public record LargeScript(LargeNetwork network) {
    /** Name of the network. */
    public static final String NETWORK = "large";
    /** The product on top, and the flow that only it uses. */
    public static final String PROBE = "probe";

    private static final double PER_STEP = 1e-4;

    /** A change of the probe every second, from step 1 on. */
    List<ScriptedRecord> probes(Duration lasting, SchemaCatalog catalog) {
        WireFormat wire = new WireFormat(catalog);
        InputTopic topic = InputTopic.BILLS_OF_MATERIALS;
        return LongStream.rangeClosed(1, lasting.toSeconds())
                .mapToObj(step -> {
                    BillOfMaterials bill = probe(step);
                    return new ScriptedRecord(
                            ScriptedRecord.Manner.AS_IT_IS,
                            step * 1_000,
                            topic,
                            RecordKey.bytes(RecordKey.of(topic, bill)),
                            wire.encode(topic.topicName(), bill));
                })
                .toList();
    }

    /** The bill of the probe at a step. */
    public BillOfMaterials probe(long step) {
        return Records.bill(
                NETWORK,
                PROBE,
                "kg",
                LargeNetwork.VALID_FROM,
                Records.line("product", LargeNetwork.product(network.size() - 1), "1", "kg"),
                Records.line("flow", PROBE, BigDecimal.valueOf(step, 4).toPlainString(), "kg"));
    }

    /** The factor that only the probe uses: one kgCO2e per kg. */
    public static EmissionFactor factor() {
        return Records.factor(PROBE, "supply", LargeNetwork.VALID_FROM, "kg", "1");
    }

    /**
     * The step at which the probe has a figure; no whole number where it has it at none.
     *
     * @param below what the product below it emits, kgCO2e per kg
     */
    public static double step(double figure, double below) {
        return (figure - below) / PER_STEP;
    }
}
