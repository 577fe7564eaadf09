package io.cradle.testkit.oracle;

import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything accepted and refused up to an epoch, of all networks. */
final class Ledger {
    private final OracleSettings settings;
    private final Intake intake;
    private final Map<String, NetworkLedger> networks = new TreeMap<>();
    private final Map<String, Held<Fact.Factor>> factors = new TreeMap<>();
    private final Map<String, Reason> rejected = new TreeMap<>();

    Ledger(OracleSettings settings) {
        this.settings = settings;
        this.intake = new Intake(settings);
    }

    Map<String, NetworkLedger> networks() {
        return networks;
    }

    Map<String, Held<Fact.Factor>> factors() {
        return factors;
    }

    /** Reasons by topic/partition/offset. */
    Map<String, Reason> rejected() {
        return rejected;
    }

    /** Settles the epoch that ends at {@code asOfMs}: due dates, then its records. Epochs come in order. */
    void settle(long asOfMs, List<StampedEntry> records) {
        networks.values().forEach(network -> network.expire(asOfMs));
        Map<String, List<NetworkLedger.Passed>> byNetwork = new TreeMap<>();
        for (StampedEntry record :
                records.stream().sorted(StampedEntry.IN_POSITION).toList()) {
            Intake.Outcome outcome = intake.judge(record);
            if (outcome instanceof Intake.Outcome.Refused refused) {
                rejected.put(record.entry().position(), refused.reason());
            } else if (outcome instanceof Intake.Outcome.Passed passed) {
                pass(new NetworkLedger.Passed(record, passed.fact()), byNetwork);
            }
        }
        byNetwork.forEach(
                (name, passed) -> networks.computeIfAbsent(name, n -> new NetworkLedger(settings, asOfMs, rejected))
                        .settle(asOfMs, passed));
    }

    private void pass(NetworkLedger.Passed passed, Map<String, List<NetworkLedger.Passed>> byNetwork) {
        if (passed.topic() != InputTopic.EMISSION_FACTORS) {
            String network = RecordKey.split(passed.key()).get(0);
            byNetwork.computeIfAbsent(network, name -> new ArrayList<>()).add(passed);
            return;
        }
        passed.held(Fact.Factor.class)
                .ifPresentOrElse(held -> factors.put(passed.key(), held), () -> factors.remove(passed.key()));
    }
}
