package io.cradle.cli.chaos;

import io.cradle.cli.CommandException;
import io.cradle.cli.cluster.ProcessCluster;
import io.cradle.cli.terminal.StatusLine;
import io.cradle.cli.terminal.Surroundings;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.OutputReader;
import io.cradle.connectors.kafka.RecordPublisher;
import io.cradle.connectors.kafka.schemas.TopicSchemas;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.testkit.generate.LargeNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** A large network is settled; then TaskManagers that run it are killed while its probe keeps changing. */
final class Recovery {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration TO_SETTLE = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration APART = Duration.ofSeconds(60);

    private final LargeNetwork network;
    private final int kills;
    private final Duration within;
    private final ProcessCluster cluster;
    private final Surroundings surroundings;

    Recovery(LargeNetwork network, int kills, Duration within, ProcessCluster cluster, Surroundings surroundings) {
        this.network = network;
        this.kills = kills;
        this.within = within;
        this.cluster = cluster;
        this.surroundings = surroundings;
    }

    /** Whether every figure was right and every kill was recovered from in time. */
    boolean run() {
        KafkaAccess access = cluster.access().answeringWithin(PATIENCE);
        try (TopicSchemas schemas = new TopicSchemas(access);
                Watch watch = Watch.start(
                        OutputReader.fromBeginning(access, schemas, List.of(OutputTopic.PRODUCT_FOOTPRINTS)));
                RecordPublisher publisher = RecordPublisher.open(access, schemas)) {
            LargeScript script = new LargeScript(network);
            settle(script, publisher, watch);
            List<Struck> struck = strike(script, schemas, publisher, watch);
            LargeJudge judge = new LargeJudge(network, schemas);
            List<String> findings = new ArrayList<>(judge.judge(watch.seen().footprintsOf(LargeScript.NETWORK)));
            findings.stream().limit(20).forEach(surroundings.terminal()::say);
            surroundings
                    .terminal()
                    .say(String.format(
                            "%,d products; %,d outputs checked, %d wrong",
                            network.size(), judge.checked(), findings.size()));
            return say(struck) && findings.isEmpty();
        }
    }

    private void settle(LargeScript script, RecordPublisher publisher, Watch watch) {
        long began = System.nanoTime();
        network.records().forEach(record -> publisher.publish(topic(record), record));
        publisher.publish(InputTopic.EMISSION_FACTORS, LargeScript.factor());
        publisher.publish(InputTopic.BILLS_OF_MATERIALS, script.probe(0));
        publisher.flush();
        surroundings.terminal().complain(String.format("%,d products sent in %.1f s", network.size(), since(began)));
        try (StatusLine status = new StatusLine(surroundings.terminal())) {
            // Not publications: a product is published again when what it is made of arrives.
            while (watch.completeProducts() <= network.size()) {
                status.draw("complete", watch.completeProducts(), network.size() + 1L);
                if (surroundings.stop().await(LOOK_AGAIN) || since(began) > TO_SETTLE.toSeconds()) {
                    throw new CommandException("only " + watch.completeProducts() + " of " + (network.size() + 1)
                            + " products were published complete in " + (long) since(began) + " s");
                }
            }
        }
        surroundings.terminal().complain(String.format("all published complete after %.1f s", since(began)));
    }

    private List<Struck> strike(LargeScript script, TopicSchemas schemas, RecordPublisher publisher, Watch watch) {
        FaultPlan plan = new FaultPlan(Collections.nCopies(kills, Fault.TASKMANAGER_KILL), BEFORE, APART);
        Scene scene = new Scene(cluster, new Random(kills), surroundings.stop());
        FaultRunner faults = new FaultRunner(scene, watch, surroundings.clock(), surroundings.terminal());
        // More than enough of them: the playback ends with the faults.
        List<ScriptedRecord> probes = script.probes(Duration.ofHours(1), schemas);
        try (Playback playback = Playback.start(probes, publisher)) {
            faults.run(plan);
            playback.end();
        }
        return faults.struck();
    }

    private boolean say(List<Struck> struck) {
        boolean ok = struck.size() == kills;
        for (Struck fault : struck) {
            boolean back = fault.recovery() != null && fault.recovery().compareTo(within) <= 0;
            ok &= back;
            surroundings
                    .terminal()
                    .say(
                            fault.recovery() == null
                                    ? "a kill was not recovered from"
                                    : String.format(
                                            "running and publishing %.1f s after a kill, %s",
                                            fault.recovery().toMillis() / 1000.0,
                                            back ? "in time" : "later than " + within.toSeconds() + " s"));
        }
        return ok;
    }

    private static InputTopic topic(SpecificRecord record) {
        for (InputTopic topic : InputTopic.values()) {
            if (topic.schema().equals(record.getSchema())) {
                return topic;
            }
        }
        throw new IllegalArgumentException(record.getSchema().getName() + " is no record of an input topic");
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
