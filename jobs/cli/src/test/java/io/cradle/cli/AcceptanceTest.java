package io.cradle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the command on real data that is not part of the project: {@code -Dacceptance.data=DIR} names the directory with
 * {@code uslci} (766 unit processes with expected footprints) and {@code steel-plant-2018} (a year of quarter hours).
 */
@EnabledIfSystemProperty(named = "acceptance.data", matches = ".+")
class AcceptanceTest {
    private static final Path DATA = Path.of(System.getProperty("acceptance.data", ""));
    private static final double TOLERANCE = 1e-9;
    private static final BigDecimal METERED_KWH = new BigDecimal("959636.71");

    @TempDir
    Path directory;

    @Test
    void unitProcessesOfTheUnitedStatesAreAsExpected() throws IOException {
        run(DATA.resolve("uslci"), "--period", "2024");
        Map<String, Double> published = new HashMap<>();
        for (NamedCsvRecord row : rows("product-footprints.csv")) {
            published.put(row.getField("product"), Double.parseDouble(row.getField("pcf_excluding_biogenic_uptake")));
        }
        List<NamedCsvRecord> expected = read(DATA.resolve("uslci/expected-footprints.csv"));
        assertEquals(766, published.size());
        for (NamedCsvRecord row : expected) {
            double figure = Double.parseDouble(row.getField("pcf_excluding_biogenic_uptake"));
            double got = published.get(row.getField("product"));
            assertEquals(figure, got, TOLERANCE * Math.abs(figure), row.getField("product"));
        }
        assertEquals(expected.size(), published.size());
    }

    @Test
    void aYearOfQuarterHoursIsExact() throws IOException {
        runSteel(steel());
        assertEquals(METERED_KWH, meteredKWh());
        assertEquals(0, read(directory.resolve("out/rejected-records.csv")).size());
        double perKg = Double.parseDouble(rows("product-footprints.csv").get(0).getField("fossil"));
        assertEquals(959_636.71 * 0.4594 / 10_000_000, perKg, TOLERANCE * perKg);
    }

    @Test
    void aReadingSentAgainAndOneOfTheFarFutureChangeNothing() throws IOException {
        Path input = steel();
        append(input, "steel,gwangyang-main,2018-06-01T00:00:00Z,2018-06-01T00:15:00Z," + valueAt(input) + ",kW.h");
        append(input, "steel,gwangyang-main,2031-06-01T00:00:00Z,2031-06-01T00:15:00Z,5000,kW.h");
        runSteel(input);
        assertEquals(METERED_KWH, meteredKWh());
    }

    @Test
    void aReadingReplacedChangesTheTotalByTheDifference() throws IOException {
        Path input = steel();
        BigDecimal before = new BigDecimal(valueAt(input));
        append(input, "steel,gwangyang-main,2018-06-01T00:00:00Z,2018-06-01T00:15:00Z,7.77,kW.h");
        runSteel(input);
        assertEquals(METERED_KWH.subtract(before).add(new BigDecimal("7.77")), meteredKWh());
    }

    private static String valueAt(Path input) throws IOException {
        return read(input.resolve("meter-readings.csv")).stream()
                .filter(row -> row.getField("start").equals("2018-06-01T00:00:00Z"))
                .findFirst()
                .orElseThrow()
                .getField("value");
    }

    /** The plant's meters and readings, with a factor, a product and its production. */
    private Path steel() throws IOException {
        Path input = Files.createDirectory(directory.resolve("steel"));
        for (String file : List.of("energy-meters.csv", "meter-readings.csv")) {
            Files.write(
                    input.resolve(file),
                    Files.readAllBytes(DATA.resolve("steel-plant-2018").resolve(file)));
        }
        Files.writeString(input.resolve("emission-factors.csv"), """
                flow,region,kind,valid_from,unit,fossil
                electricity,KR,supply,2018-01-01,kW.h,0.4594
                """);
        Files.writeString(input.resolve("bills-of-materials.csv"), """
                network,product,declared_unit,input_kind,input,amount,unit
                steel,coil,kg,,,,
                """);
        Files.writeString(input.resolve("production-records.csv"), """
                network,record,process,product,start,end,amount,unit
                steel,2018,coil-processing,coil,2017-12-31T15:00:00Z,2018-12-31T15:00:00Z,10000,t
                """);
        return input;
    }

    private static void append(Path input, String row) throws IOException {
        Files.writeString(input.resolve("meter-readings.csv"), row + "\n", StandardOpenOption.APPEND);
    }

    private void runSteel(Path input) {
        run(input, "--period", "2018", "--zone", "Asia/Seoul");
    }

    private void run(Path input, String... options) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "run",
                                input.toString(),
                                "--out",
                                directory.resolve("out").toString()),
                        Stream.of(options))
                .toArray(String[]::new);
        Executed executed = Executed.of(arguments);
        assertEquals(0, executed.exitCode(), executed::everything);
        assertTrue(Files.exists(directory.resolve("out/product-footprints.csv")));
    }

    private BigDecimal meteredKWh() throws IOException {
        return rows("activity-emissions.csv").stream()
                .map(row -> new BigDecimal(row.getField("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<NamedCsvRecord> rows(String file) throws IOException {
        return read(directory.resolve("out").resolve(file));
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
