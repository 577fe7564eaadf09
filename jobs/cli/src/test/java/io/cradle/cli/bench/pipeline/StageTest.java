package io.cradle.cli.bench.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The innermost method that is known says what a stack is about. */
class StageTest {
    @Test
    void theInnermostKnownMethodDecides() {
        assertEquals(
                Stage.SETTLE,
                Stage.of(List.of(
                        "java.util.TreeMap.get",
                        "io.cradle.core.activity.ReadingLog.put",
                        "io.cradle.rollup.settle.Settle.settle",
                        "org.apache.flink.streaming.runtime.io.StreamOneInputProcessor.processInput")));
        assertEquals(
                Stage.STATE,
                Stage.of(List.of(
                        "org.rocksdb.RocksDB.put",
                        "io.cradle.rollup.settle.NetworkState.store",
                        "io.cradle.rollup.settle.Settle.settle")));
        assertEquals(
                Stage.EPOCHS, Stage.of(List.of("java.util.HashMap.get", "io.cradle.rollup.settle.PackedRecords.add")));
        assertEquals(
                Stage.DECODE,
                Stage.of(List.of(
                        "io.cradle.rollup.intake.FramedReading.read", "io.cradle.rollup.intake.ChangeReader.read")));
        assertEquals(Stage.OTHER, Stage.of(List.of("java.lang.Thread.run")));
    }
}
