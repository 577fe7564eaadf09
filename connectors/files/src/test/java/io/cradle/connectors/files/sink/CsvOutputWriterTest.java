package io.cradle.connectors.files.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.connectors.files.OutputDirectory;
import io.cradle.connectors.files.RunProgress;
import io.cradle.schemas.MeterReading;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.OutputRecord;
import io.cradle.schemas.wire.OutputTopic;
import io.cradle.schemas.wire.RecordKey;
import io.cradle.schemas.wire.SchemaCatalog;
import io.cradle.schemas.wire.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvOutputWriterTest {
    private static final Instant FIRST = Instant.parse("2024-03-01T00:00:00.500Z");
    private static final Instant SECOND = Instant.parse("2024-03-01T00:00:01Z");

    @TempDir
    Path tmp;

    private RunProgress progress;
    private CsvOutputWriter writer;

    @BeforeEach
    void open() {
        progress = RunProgress.watch("writer");
        writer = new CsvOutputWriter(
                OutputDirectory.prepare(tmp),
                SchemaCatalog.bundled(),
                Map.of("meter-readings", "meter-readings.csv.gz"),
                progress);
    }

    @AfterEach
    void close() {
        progress.close();
        writer.close();
    }

    @Test
    void allFourFilesHaveAHeaderEvenWithNothingInThem() throws IOException {
        writer.flush(true);
        assertEquals(
                List.of("network,product,period,as_of,declared_unit,status,result,fossil,land_use_change,"
                        + "land_management_emissions,land_management_removals,biogenic_non_co2,technological_removals,"
                        + "ccs_capture,biogenic_uptake,aircraft,pcf_excluding_biogenic_uptake,"
                        + "pcf_including_biogenic_uptake,credits,packaging,outbound_logistics,primary_data_share,"
                        + "technological_dqr,geographical_dqr,temporal_dqr,coverage,covered_to,carried_forward,"
                        + "unresolved,cause,usability_level,missing_for_next_level,category,grade,grading_scheme"),
                lines("product-footprints.csv"));
        assertEquals(
                List.of("network,process,flow,period,as_of,month,input_kind,input,amount,unit,account,priced_with,"
                        + "version,emissions,notes"),
                lines("activity-emissions.csv"));
        assertEquals(
                List.of("network,as_of,applied,changes_applied,rejected,products_changed,error_bound,allocated,"
                        + "unallocated,pending,milliseconds,series"),
                lines("network-revisions.csv"));
        assertEquals(List.of("file,line,topic,reason,detail,key,value"), lines("rejected-records.csv"));
    }

    @Test
    void footprints() throws IOException {
        write(Published.footprint(FIRST, "cup, \"large\"", Published.figures()));
        write(Published.footprint(FIRST, "plate", null));
        writer.flush(true);
        assertEquals(
                List.of(
                        "n,\"cup, \"\"large\"\"\",2024,2024-03-01T00:00:00.500Z,kg,provisional,incomplete,"
                                + "0.30000000000000004,1.0E-300,3.0,-4.0,5.0,0.0,-7.0,-8.0,9.0,0.3333333333333333,11.0,"
                                + "-12.0,13.0,1.23456789E20,15.0,,17.0,18.0,0.75,2024-06-30T22:00:00.500Z,0.19,"
                                + "glaze: no-factor; ink: no-supplier-record,\"n/cup, \"\"large\"\"\",L1,"
                                + "primary-data-share; factor-sources,cups,B,cups 2026",
                        "n,plate,2024,2024-03-01T00:00:00.500Z,kg,withdrawn,,,,,,,,,,,,,,,,,,,,,,,,n/plate,,,,,"),
                below("product-footprints.csv"));
    }

    @Test
    void activitiesAndRevisions() throws IOException {
        write(Published.activity(FIRST));
        write(Published.revision(FIRST));
        writer.flush(true);
        assertEquals(
                List.of(
                        "n,kiln,electricity,2024,2024-03-01T00:00:00.500Z,2024-02,flow,electricity,2.0,kW.h,counted,"
                                + "electricity/CN/supply/2024-01-01,,1.5,exact; parent-region",
                        "n,kiln,electricity,2024,2024-03-01T00:00:00.500Z,2024-01,flow,electricity,1.0,kW.h,counted,"
                                + ",,,"),
                below("activity-emissions.csv"));
        assertEquals(
                List.of("n,2024-03-01T00:00:00.500Z,meter-readings/0/7;energy-meters/1/2,3,1,2,1.0E-12,10.0,0.5,0.0,"
                        + "1.25,s"),
                below("network-revisions.csv"));
    }

    @Test
    void rejectedRecordsShowWhatTheyAre() throws IOException {
        MeterReading reading = MeterReading.newBuilder()
                .setNetwork("n")
                .setMeter("m")
                .setEnd(FIRST)
                .setValue("-1")
                .build();
        byte[] framed = new WireFormat(SchemaCatalog.bundled()).encode("meter-readings", reading);
        write(Published.rejected(FIRST, InputTopic.METER_READINGS, 10, "negative-amount", framed));
        write(Published.rejected(
                FIRST, InputTopic.METER_READINGS, 9, "undecodable", "n,m,é".getBytes(StandardCharsets.UTF_8)));
        write(Published.rejected(FIRST, InputTopic.ENERGY_METERS, 2, "undecodable", null));
        writer.flush(true);
        assertEquals(
                List.of(
                        ",2,energy-meters,undecodable,\"what, where\",n/m,",
                        "meter-readings.csv.gz,9,meter-readings,undecodable,\"what, where\",n/m,\"n,m,é\"",
                        "meter-readings.csv.gz,10,meter-readings,negative-amount,\"what, where\",n/m,"
                                + "\"{\"\"network\"\":\"\"n\"\",\"\"meter\"\":\"\"m\"\","
                                + "\"\"end\"\":\"\"2024-03-01T00:00:00.500Z\"\",\"\"value\"\":\"\"-1\"\"}\""),
                below("rejected-records.csv"));
    }

    @Test
    void rowsWaitUntilTheWatermarkPassesTheirEpoch() throws IOException {
        write(Published.footprint(SECOND, "a", Published.figures()));
        write(Published.footprint(FIRST, "c", Published.figures()));
        write(Published.footprint(FIRST, "b", Published.figures()));
        watermark(FIRST.toEpochMilli() - 1);
        assertEquals(List.of(), products());
        watermark(FIRST.toEpochMilli());
        assertEquals(List.of("b", "c"), products());
        watermark(SECOND.toEpochMilli());
        assertEquals(List.of("b", "c", "a"), products());
    }

    @Test
    void whatIsNoHistoryLeavesNoRow() throws IOException {
        write(Published.footprint(OutputTopic.LATEST_PRODUCT_FOOTPRINTS, FIRST, "a", Published.figures()));
        write(new OutputRecord(OutputTopic.PRODUCT_FOOTPRINTS, 1, RecordKey.bytes("n/a/2024"), null));
        writer.flush(true);
        assertEquals(List.of(), products());
    }

    @Test
    void theSummaryIsCounted() {
        write(Published.footprint(FIRST, "a", Published.figures()));
        write(Published.footprint(SECOND, "a", Published.figures()));
        write(Published.footprint(SECOND, "b", Published.figures()));
        write(Published.revision(FIRST));
        write(Published.revision(SECOND));
        write(Published.revision(SECOND));
        write(Published.rejected(FIRST, InputTopic.METER_READINGS, 1, "undecodable", null));
        write(Published.rejected(FIRST, InputTopic.METER_READINGS, 2, "undecodable", null));
        write(Published.rejected(FIRST, InputTopic.METER_READINGS, 3, "unknown-unit", null));
        writer.flush(true);
        assertEquals(3, progress.footprints());
        assertEquals(2, progress.products());
        assertEquals(2, progress.epochs());
        assertEquals(Map.of("undecodable", 2L, "unknown-unit", 1L), progress.rejectedByReason());
    }

    @Test
    void aValueThatDoesNotDecodeFailsTheRun() {
        OutputRecord broken = new OutputRecord(OutputTopic.NETWORK_REVISIONS, 1, RecordKey.bytes("n"), new byte[3]);
        String message =
                assertThrows(IllegalStateException.class, () -> write(broken)).getMessage();
        assertTrue(message.startsWith("a record of network-revisions: expected a zero byte"), message);
        assertFalse(Files.exists(tmp.resolve("latest-product-footprints.csv")));
    }

    private void write(OutputRecord record) {
        writer.write(record, null);
    }

    private void watermark(long timeMs) {
        writer.writeWatermark(new Watermark(timeMs));
        writer.flush(false);
    }

    private List<String> products() throws IOException {
        return below("product-footprints.csv").stream()
                .map(line -> line.split(",")[1])
                .toList();
    }

    private List<String> below(String name) throws IOException {
        List<String> lines = lines(name);
        return lines.subList(1, lines.size());
    }

    private List<String> lines(String name) throws IOException {
        writer.flush(false);
        return Files.readAllLines(tmp.resolve(name));
    }
}
