package io.cradle.rollup.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.input.InputDirectory;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.rollup.FileRollup;
import io.cradle.rollup.KafkaRollup;
import io.cradle.rollup.RollupEnvironment;
import io.cradle.rollup.config.Settings;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operator of the job has a name of its own under which savepoints know it, and no type is left to Kryo. */
class GraphTest {
    /** What savepoints of released versions know. An operator may be added; none may be renamed or left out. */
    private static final Set<String> UIDS_WITH_FILES = Set.of("input-log", "intake", "settle", "output-topics");

    private static final Set<String> UIDS_WITH_KAFKA = Set.of(
            "input-log",
            "intake",
            "settle",
            "output-topics",
            "Sink Committer: output-topics",
            "ticker-rounds",
            "ticker-partitions",
            "ticker-sink",
            "Sink Committer: ticker-sink");

    @ParameterizedTest
    @ValueSource(strings = {"at-least-once", "exactly-once"})
    void onKafka(String guarantee) {
        try (EmbeddedBroker broker = EmbeddedBroker.start()) {
            KafkaAccess access = KafkaAccess.of(broker.bootstrapServers());
            TopicAdmin.create(access, TopicSettings.defaults());
            Settings settings = Settings.of(
                    Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "delivery.guarantee", guarantee));
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.createLocalEnvironment(2, RollupEnvironment.configuration(settings));
            KafkaRollup.define(env, settings);
            StreamGraph graph = env.getStreamGraph(false);
            assertEquals(List.of(), Wiring.problems(graph));
            assertEquals(UIDS_WITH_KAFKA, Wiring.uids(graph));
        }
    }

    @Test
    void onFiles(@TempDir Path directory) throws Exception {
        Path input = Files.createDirectory(directory.resolve("in"));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, RollupEnvironment.boundedConfiguration());
        FileRollup.define(
                env,
                Settings.of(Map.of("reporting.fixed-period", "2024")),
                InputDirectory.open(input),
                OutputDirectory.prepare(directory.resolve("out")),
                "graph");
        StreamGraph graph = env.getStreamGraph(false);
        assertEquals(List.of(), Wiring.problems(graph));
        assertEquals(UIDS_WITH_FILES, Wiring.uids(graph));
    }

    @Test
    void anOperatorWithoutUidIsFound() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
        env.fromSequence(1, 2)
                .uid("numbers")
                .map(n -> n + 1)
                .returns(Types.LONG)
                .name("nameless")
                .sinkTo(new DiscardingSink<>())
                .uid("end");
        List<String> problems = Wiring.problems(env.getStreamGraph(false));
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("operator 'nameless' has no uid"), problems::toString);
    }

    @Test
    void genericTypesAreFoundHoweverDeep() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
        env.fromSequence(1, 2)
                .uid("numbers")
                .map(n -> Map.of("one", new StringBuilder()))
                .returns(Types.MAP(Types.STRING, TypeInformation.of(StringBuilder.class)))
                .uid("builders")
                .name("builders")
                .sinkTo(new DiscardingSink<>())
                .uid("end");
        List<String> problems = Wiring.problems(env.getStreamGraph(false));
        assertTrue(problems.toString().contains("operator 'builders' uses a generic type: "), problems::toString);
        assertTrue(problems.toString().contains("KryoSerializer"), problems::toString);
    }

    /** The same is refused when the job is built, wherever it runs. */
    @Test
    void theEnvironmentRefusesBothByItself() {
        Configuration configuration = RollupEnvironment.configuration(Settings.of(Map.of()));
        StreamExecutionEnvironment nameless = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        nameless.fromSequence(1, 2).sinkTo(new DiscardingSink<>());
        assertThrows(IllegalStateException.class, () -> nameless.getStreamGraph(false)
                .getJobGraph());
        StreamExecutionEnvironment generic = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        generic.fromSequence(1, 2)
                .uid("numbers")
                .map(n -> new StringBuilder())
                .returns(TypeInformation.of(StringBuilder.class))
                .uid("builders")
                .sinkTo(new DiscardingSink<>())
                .uid("end");
        assertThrows(UnsupportedOperationException.class, () -> generic.getStreamGraph(false)
                .getJobGraph());
    }
}
