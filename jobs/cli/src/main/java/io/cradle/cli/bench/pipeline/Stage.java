package io.cradle.cli.bench.pipeline;

import java.util.List;

/**
 * What the job spends time on, told by the innermost method of a stack that is known. The order is that of the questions:
 * the first stage that knows a method has it.
 */
enum Stage {
    DECODE(
            "source, fetch and decode",
            List.of(
                    "io.cradle.schemas.wire.WireFormat.decode",
                    "io.cradle.rollup.intake.RecordCursor.",
                    "io.cradle.rollup.intake.FramedReading.",
                    "io.cradle.rollup.intake.KnownKeys.",
                    "org.apache.kafka.clients.consumer.",
                    "org.apache.flink.connector.kafka.source.",
                    "org.apache.flink.connector.base.source.",
                    "org.apache.flink.streaming.api.operators.SourceOperator.",
                    "io.cradle.connectors.kafka.LogRecordDeserializer.")),
    VALIDATION(
            "validation",
            List.of(
                    "io.cradle.rollup.intake.ActivityReader.",
                    "io.cradle.rollup.intake.Fields.",
                    "io.cradle.rollup.intake.ChangeReader.",
                    "io.cradle.rollup.intake.Intake.")),
    STATE(
            "state",
            List.of(
                    "io.cradle.rollup.settle.NetworkState.",
                    "io.cradle.rollup.settle.StoredRecords.",
                    "io.cradle.rollup.settle.BroadcastFactors.",
                    "org.apache.flink.state.",
                    "org.apache.flink.runtime.state.",
                    "org.rocksdb.")),
    SETTLE("settle", List.of("io.cradle.core.")),
    EMIT(
            "emit",
            List.of(
                    "io.cradle.rollup.emit.",
                    "org.apache.flink.connector.kafka.sink.",
                    "org.apache.kafka.clients.producer.")),
    EPOCHS("queue of epochs", List.of("io.cradle.rollup.settle.")),
    NETWORK(
            "network",
            List.of(
                    "io.cradle.rollup.intake.Batches.",
                    "io.cradle.rollup.intake.RecordPage.",
                    "io.cradle.rollup.intake.RecordBatchSerializer.",
                    "org.apache.flink.runtime.io.",
                    "org.apache.flink.shaded.netty4.",
                    "org.apache.flink.streaming.runtime.io.")),
    OTHER("other", List.of(""));

    private final String label;
    private final List<String> methods;

    Stage(String label, List<String> methods) {
        this.label = label;
        this.methods = methods;
    }

    String label() {
        return label;
    }

    /**
     * The stage of a stack.
     *
     * @param frames class and method of each, innermost first
     */
    static Stage of(List<String> frames) {
        for (String frame : frames) {
            for (Stage stage : values()) {
                if (stage != OTHER && stage.methods.stream().anyMatch(frame::startsWith)) {
                    return stage;
                }
            }
        }
        return OTHER;
    }
}
