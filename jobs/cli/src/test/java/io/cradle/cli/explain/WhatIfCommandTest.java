package io.cradle.cli.explain;

import static io.cradle.cli.explain.ExplainCommandTest.assertHas;
import static io.cradle.cli.explain.ExplainCommandTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCommandTest {
    @TempDir
    Path directory;

    /** kgCO2e of the car by its steel and the factor of electricity: steel takes coal, which takes steel. */
    private static double car(double steelKg, double perKwh) {
        return steelKg * (0.5 * perKwh + 1.2 + 0.7 * 0.1 * perKwh) / (1 - 0.7 * 0.01) - 50 * 0.9 + 5 * 40;
    }

    @Test
    void whatChangesIsListed() {
        double before = car(900, 0.5777);
        double after = car(820, 0.40);
        Executed run = whatIf("--set", "factor:electricity@CN=0.40", "--set", "bom:car/steel=820");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        assertHas(
                run.out(),
                "network demo, period 2024 as of 2025-01-01T00:00:00Z,"
                        + " if factor:electricity@CN=0.40 and bom:car/steel=820",
                "car ",
                "{piece}",
                Digits.of(before) + "         " + Digits.of(after) + "   "
                        + String.format("%+.2f %%", 100 * (after - before) / before),
                "3 of 6 products change");
    }

    @Test
    void equalsFilesThatWereReallyChanged() throws IOException {
        Executed run = whatIf(
                "--set",
                "factor:electricity@CN=-25%",
                "--set",
                "bom:car/seat@acme=4",
                "--set",
                "supplier:seat/acme=10",
                "--format",
                "json");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        Path changed = InputDirectories.of(
                directory,
                InputDirectories.BILLS.replace("product,seat,5,", "product,seat,4,"),
                InputDirectories.FACTORS.replace("kW.h,0.5777,", "kW.h," + 0.5777 * 0.75 + ","),
                InputDirectories.SUPPLIERS.replace(",40\n", ",10\n"));
        JsonNode changes = new ObjectMapper().readTree(run.out()).get("changes");
        assertEquals(3, changes.size());
        for (JsonNode change : changes) {
            String product = change.get("product").textValue();
            double figure = figure(product, changed);
            assertEquals(figure, change.get("after").doubleValue(), 1e-9 * figure, product);
            double before = figure(product, InputDirectories.car(directory));
            assertEquals(before, change.get("before").doubleValue(), 1e-9 * before, product);
            assertEquals(100 * (figure - before) / before, change.get("percent").doubleValue(), 1e-6, product);
        }
    }

    private static double figure(String product, Path in) throws IOException {
        Executed run = Executed.of(
                "explain", "demo/" + product, "--period", "2024", "--files", in.toString(), "--format", "json");
        return new ObjectMapper()
                .readTree(run.out())
                .get("pcf_excluding_biogenic_uptake")
                .doubleValue();
    }

    @Test
    void nothingChanges() {
        Executed run = whatIf("--set", "factor:electricity@GLO=3");
        assertEquals(ExitCode.DONE, run.exitCode(), run.everything());
        assertHas(run.out(), "no product changes, of 6");
    }

    @Test
    void aLoopThatCeasesToBeProductiveIsSaid() {
        Executed run = whatIf("--set", "bom:coal/steel=5");
        assertHas(run.out(), "complete → non-productive-loop", "3 of 6 products change");
    }

    @Test
    void whatIsWrongWithAnAssumptionIsNamed() {
        assertRefused("factor:electricty@CN=1", "no factor of flow 'electricty'", "did you mean 'electricity'?");
        assertRefused("factor:electricity=1", "factors of regions [CN, GLO]: say which");
        assertRefused("factor:electricity@DE=1", "no factor of region 'DE', but of [CN, GLO]");
        assertRefused("factor:electricity@Mars=1", "the region 'Mars'");
        assertRefused("factor:electricity@CN:combustion=1", "of kind combustion");
        assertRefused("factor:electricity@CN=-1", "keeps its sign");
        assertRefused("factor:electricity@CN", "has no value");
        assertRefused("factor:electricity@CN=much", "the value 'much', which is not a number");
        assertRefused("factor:electricity@CN=NaN", "the value 'NaN', which is not a number");
        assertRefused("bom:cart/steel=1", "product 'cart' has no bill in force in 2024", "did you mean 'car'?");
        assertRefused("bom:car/stel=1", "no line of 'stel'", "did you mean 'steel'?");
        assertRefused("bom:car=1", "does not have two names");
        assertRefused("supplier:seat/acne=1", "supplier 'acne' has no record", "did you mean 'acme'?");
        assertRefused("bmo:car/steel=1", "begins with 'bmo:'", "did you mean 'bom'?");
        assertRefused("reporting.zone=UTC", "--setting");
        refused(whatIf(), "--set");
    }

    private void assertRefused(String assumption, String... words) {
        Executed run = whatIf("--set", assumption);
        refused(run, words);
        refused(run, "--set " + assumption);
    }

    private Executed whatIf(String... more) {
        List<String> arguments = new ArrayList<>(List.of("whatif", "demo", "--period", "2024"));
        arguments.addAll(List.of("--files", InputDirectories.car(directory).toString()));
        arguments.addAll(List.of(more));
        return Executed.of(arguments.toArray(String[]::new));
    }
}
