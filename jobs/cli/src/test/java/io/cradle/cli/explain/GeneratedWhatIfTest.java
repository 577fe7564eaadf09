package io.cradle.cli.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.audit.SeriesSettings;
import io.cradle.core.network.Assumption;
import io.cradle.core.network.Difference;
import io.cradle.core.network.WhatIf;
import io.cradle.rollup.config.Settings;
import io.cradle.schemas.BillLine;
import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.testkit.generate.GeneratorOptions;
import io.cradle.testkit.generate.NetworkGenerator;
import io.cradle.testkit.oracle.LogEntry;
import io.cradle.testkit.oracle.NaiveOracle;
import io.cradle.testkit.oracle.OracleFootprint;
import io.cradle.testkit.oracle.OracleResult;
import io.cradle.testkit.oracle.OracleSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bill is supposed to be otherwise, and then it really is: the oracle computes the second from scratch. */
@Timeout(120)
class GeneratedWhatIfTest {
    private static final String NETWORK = "n0";
    private static final BigDecimal TIMES = new BigDecimal("0.75");

    @Test
    void isWhatTheOracleSaysOfBillsThatWereReallyChanged() {
        int changed = 0;
        for (long seed = 1; seed <= 10; seed++) {
            List<LogEntry> log = NetworkGenerator.generate(seed, GeneratorOptions.everything());
            changed += changed(log);
        }
        assertTrue(changed > 20, "only " + changed + " products changed");
    }

    private static int changed(List<LogEntry> log) {
        Settings settings = Settings.of(Map.of());
        OracleSettings oracle = SeriesSettings.of(settings);
        long asOfMs = GeneratedLog.replay(log, NETWORK, settings).lastEpochMs();
        OracleResult before = NaiveOracle.at(oracle, log, asOfMs);
        int changed = 0;
        for (Map.Entry<String, List<LogEntry>> bills :
                billsByProduct(log, before).entrySet()) {
            for (String input : plainInputs(bills.getValue())) {
                List<LogEntry> changedLog = new ArrayList<>(log);
                bills.getValue().forEach(bill -> changedLog.add(with(bill, input, asOfMs + oracle.epochMs())));
                OracleResult after = NaiveOracle.at(oracle, changedLog, asOfMs + oracle.epochMs());
                RebuiltNetwork rebuilt =
                        GeneratedLog.replay(log, NETWORK, settings).settledUpTo(asOfMs);
                String period = rebuilt.period(Optional.empty()).period().label();
                if (before.footprints().containsKey(key(bills.getKey(), period))) {
                    changed += compare(
                            WhatIf.ask(
                                    rebuilt.network(),
                                    rebuilt.factors(),
                                    period,
                                    List.of(new Assumption.LineAmount(
                                            bills.getKey(), input, null, new Assumption.NewAmount(-25, true)))),
                            before,
                            after,
                            period);
                }
            }
        }
        return changed;
    }

    private static OracleFootprint.FootprintKey key(String product, String period) {
        return new OracleFootprint.FootprintKey(NETWORK, product, period);
    }

    private static int compare(List<Difference> differences, OracleResult before, OracleResult after, String period) {
        Map<String, Difference> byProduct = new TreeMap<>();
        differences.forEach(difference -> byProduct.put(difference.product(), difference));
        for (OracleFootprint footprint : after.footprints().values()) {
            if (!footprint.key().network().equals(NETWORK)
                    || !footprint.key().period().equals(period)) {
                continue;
            }
            OracleFootprint was = before.footprints().get(footprint.key());
            Difference difference = byProduct.get(footprint.key().product());
            if (difference == null) {
                assertEquals(was.result(), footprint.result(), footprint.key()::toString);
                assertEquals(was.figures().isEmpty(), footprint.figures().isEmpty());
                if (!was.figures().isEmpty()) {
                    assertEquals(was.pcf(), footprint.pcf(), 1e-8 * gross(was), footprint.key()::toString);
                }
            } else {
                assertEquals(footprint.result(), difference.resultAfter().code(), footprint.key()::toString);
                if (!footprint.figures().isEmpty()) {
                    assertEquals(
                            footprint.pcf(),
                            difference.kgCO2eAfter(),
                            1e-8 * gross(footprint),
                            footprint.key()::toString);
                }
            }
        }
        return differences.size();
    }

    private static double gross(OracleFootprint footprint) {
        return Math.max(footprint.figure("gross"), Math.abs(footprint.pcf()));
    }

    /** The last accepted record of every version of a bill, by product. */
    private static Map<String, List<LogEntry>> billsByProduct(List<LogEntry> log, OracleResult result) {
        Map<String, LogEntry> byKey = new TreeMap<>();
        for (LogEntry entry : log) {
            if (entry.topic() == InputTopic.BILLS_OF_MATERIALS
                    && entry.key() != null
                    && RecordKey.split(entry.key()).get(0).equals(NETWORK)
                    && !result.rejected().containsKey(entry.position())) {
                byKey.put(entry.key(), entry);
            }
        }
        Map<String, List<LogEntry>> byProduct = new TreeMap<>();
        byKey.values().stream().filter(entry -> !entry.isDeletion()).forEach(entry -> byProduct
                .computeIfAbsent(((BillOfMaterials) entry.value()).getProduct(), product -> new ArrayList<>())
                .add(entry));
        return byProduct;
    }

    /** Inputs that stand once in every version, and are not exempted; one at most. */
    private static List<String> plainInputs(List<LogEntry> bills) {
        TreeSet<String> inputs = new TreeSet<>();
        ((BillOfMaterials) bills.get(0).value()).getLines().forEach(line -> inputs.add(line.getInput()));
        inputs.removeIf(input -> bills.stream().anyMatch(bill -> {
            List<BillLine> lines = ((BillOfMaterials) bill.value())
                    .getLines().stream()
                            .filter(line -> line.getInput().equals(input))
                            .toList();
            return lines.size() != 1 || lines.get(0).getExempted() != null;
        }));
        return inputs.stream().limit(1).toList();
    }

    private static LogEntry with(LogEntry entry, String input, long logTimeMs) {
        BillOfMaterials bill = (BillOfMaterials) entry.value();
        List<BillLine> lines = bill.getLines().stream()
                .map(line -> line.getInput().equals(input) ? with(line) : line)
                .toList();
        BillOfMaterials changed =
                BillOfMaterials.newBuilder(bill).setLines(lines).build();
        return new LogEntry(
                entry.topic(), entry.partition(), entry.offset() + 1_000_000, logTimeMs, entry.key(), changed);
    }

    private static BillLine with(BillLine line) {
        return BillLine.newBuilder(line)
                .setAmount(new BigDecimal(line.getAmount()).multiply(TIMES).toString())
                .build();
    }
}
