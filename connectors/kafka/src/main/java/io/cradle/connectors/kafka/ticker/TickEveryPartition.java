package io.cradle.connectors.kafka.ticker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** One tick for every partition of every input topic, each round. */
final class TickEveryPartition implements FlatMapFunction<Long, Tick> {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, Integer> partitions;

    TickEveryPartition(Map<String, Integer> partitions) {
        this.partitions = new TreeMap<>(partitions);
    }

    @Override
    public void flatMap(Long round, Collector<Tick> out) {
        ticks().forEach(out::collect);
    }

    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        partitions.forEach((topic, count) -> {
            for (int partition = 0; partition < count; partition++) {
                ticks.add(new Tick(topic, partition));
            }
        });
        return ticks;
    }
}
