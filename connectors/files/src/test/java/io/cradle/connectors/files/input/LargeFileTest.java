package io.cradle.connectors.files.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files stream: what is read does not have to fit into memory. */
class LargeFileTest {
    private static final int ROWS = 200_000;
    private static final int HEAP_MB = 16;

    @TempDir
    Path tmp;

    @Test
    void rowsStreamThroughASmallHeap() throws IOException, InterruptedException {
        Path file = tmp.resolve("meter-readings.csv");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("network,meter,start,end,value,unit");
            for (int i = 0; i < ROWS; i++) {
                out.println("network-" + i + ",meter-with-a-long-name-" + i
                        + ",2024-01-01T00:00:00Z,2024-01-01T00:15:00Z," + i + ".5,kW.h");
            }
        }
        assertTrue(Files.size(file) > HEAP_MB << 20, "the file must not fit into the heap");
        assertEquals(ROWS, recordsReadWithSmallHeap());
    }

    @Test
    void billsStreamWhereLogTimesDivideThem() throws IOException, InterruptedException {
        Path file = tmp.resolve("bills-of-materials.csv");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("log_time,network,product,valid_from,declared_unit,input_kind,input,amount,unit");
            for (int i = 0; i < ROWS; i++) {
                out.printf(
                        "2024-01-01T%02d:%02d:00Z,network,product-with-a-long-name-%d,2024-01-01,kg,product,input-%d,1,kg%n",
                        i / 2 * 48L / ROWS, i / 2 * 48L * 60 / ROWS % 60, i / 2, i);
            }
        }
        assertTrue(Files.size(file) > HEAP_MB << 20, "the file must not fit into the heap");
        assertEquals(ROWS / 2, recordsReadWithSmallHeap());
    }

    /** A file of some kilobytes that unzips to a gigabyte in one line. */
    @ParameterizedTest
    @ValueSource(strings = {"n", "\"", ",", "\u0000"})
    void aLineWithoutEndIsRefusedInASmallHeap(String of) throws IOException, InterruptedException {
        byte[] block = of.repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tmp.resolve("meter-readings.csv.gz")))) {
            out.write("network,meter\nn,".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1 << 10; i++) {
                out.write(block);
            }
        }
        assertTrue(complaintWithSmallHeap().contains("meter-readings.csv.gz, line 2: "), this::complaintWithSmallHeap);
    }

    @Test
    void aJsonLineWithoutEndIsRefusedInASmallHeap() throws IOException {
        byte[] block = "n".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(tmp.resolve("meter-readings.jsonl"))) {
            out.write("{\"network\": \"".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 64; i++) {
                out.write(block);
            }
        }
        assertTrue(
                complaintWithSmallHeap().contains("meter-readings.jsonl, line 1: goes on for more than 1048576"),
                this::complaintWithSmallHeap);
    }

    private String complaintWithSmallHeap() {
        try {
            Process process = withSmallHeap();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertNotEquals(0, process.waitFor(), said);
            assertTrue(said.contains("FileFormatException"), said);
            return said;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long recordsReadWithSmallHeap() throws IOException, InterruptedException {
        Process process = withSmallHeap();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return Long.parseLong(said.lines().reduce((before, last) -> last).orElseThrow());
    }

    private Process withSmallHeap() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MB + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountRows.class.getName(),
                        tmp.toString())
                .redirectErrorStream(true)
                .start();
    }
}
