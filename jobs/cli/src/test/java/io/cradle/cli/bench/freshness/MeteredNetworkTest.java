package io.cradle.cli.bench.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.schemas.BillOfMaterials;
import io.cradle.schemas.EnergyMeter;
import io.cradle.schemas.MeterReading;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class MeteredNetworkTest {
    private final FreshnessSettings settings = new FreshnessSettings(400, 1_000, 100, 10, 0, 500, "1g", 1);
    private final MeteredNetwork network = new MeteredNetwork(settings, YearMonth.of(2026, 2));

    @Test
    void anEpochHasTheSameNumberOfReadingsForEveryPairAndNoIntervalTwice() {
        assertEquals(500, settings.meters());
        Map<Integer, Integer> ofPair = new HashMap<>();
        Set<List<Object>> intervals = new HashSet<>();
        for (int number = 0; number < settings.rate(); number++) {
            MeterReading reading = network.reading(number);
            ofPair.merge(network.pairOf(number), 1, Integer::sum);
            assertTrue(intervals.add(List.of(reading.getMeter(), reading.getStart())), reading.toString());
        }
        assertEquals(settings.metered(), ofPair.size());
        assertEquals(Set.of(20), new HashSet<>(ofPair.values()));
    }

    @Test
    void metersMeasureTheProcessOfTheirPairAndAllProductsAreThere() {
        List<SpecificRecord> records = new ArrayList<>();
        network.definitions(records::add);
        Map<String, String> processes = new HashMap<>();
        int bills = 0;
        int changing = 0;
        for (SpecificRecord record : records) {
            if (record instanceof EnergyMeter meter) {
                processes.put(meter.getMeter(), meter.getProcess());
            } else if (record instanceof BillOfMaterials bill) {
                bills++;
                changing += MeteredNetwork.changing(bill.getProduct()) >= 0 ? 1 : 0;
            }
        }
        assertEquals(settings.products(), bills);
        assertEquals(settings.changed(), changing);
        for (int number = 0; number < settings.meters(); number++) {
            assertEquals(
                    "line-" + network.pairOf(number),
                    processes.get(network.reading(number).getMeter()));
        }
    }
}
