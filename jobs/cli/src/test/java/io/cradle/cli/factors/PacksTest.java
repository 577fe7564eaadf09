package io.cradle.cli.factors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.cli.Executed;
import io.cradle.cli.ExitCode;
import io.cradle.cli.factors.check.FactorChecks;
import io.cradle.cli.factors.table.FactorRow;
import io.cradle.cli.factors.table.FactorSheet;
import io.cradle.core.factor.FactorPack;
import io.cradle.core.factor.Gas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bundled packs say, against figures as they were published, and what they say of themselves. */
class PacksTest {

    @ParameterizedTest
    @CsvSource({
        "CHINA_ELECTRICITY_2024, electricity/CN/supply/2024-01-01, 0.5777, kW.h",
        "CHINA_ELECTRICITY_2024, electricity-coal/CN/supply/2024-01-01, 0.9240, kW.h",
        "CHINA_ELECTRICITY_2024, electricity-transmission-with-losses/CN/supply/2024-01-01, 0.0327, kW.h",
        "CHINA_ELECTRICITY_2023, electricity/CN/supply/2023-01-01, 0.6205, kW.h",
        "CHINA_ELECTRICITY_2023, electricity-csp/CN/supply/2023-01-01, 0.0313, kW.h",
        "CHINA_GRID_2023, electricity/CN/grid-direct/2023-01-01, 0.5306, kW.h",
        "CHINA_GRID_2023, electricity-fossil/CN/grid-direct/2023-01-01, 0.8273, kW.h",
        "CHINA_GRID_2023, electricity/CN-X-SOUTHWEST/grid-direct/2023-01-01, 0.2472, kW.h",
        "CHINA_GRID_2023, electricity/CN-ZJ/grid-direct/2023-01-01, 0.4974, kW.h",
        "CHINA_GRID_2023, electricity/CN-YN/grid-direct/2023-01-01, 0.1333, kW.h",
        "CHINA_FUELS, diesel/CN/combustion/2023-01-01, 3.0959, kg",
        "CHINA_FUELS, fuel-oil/CN/combustion/2023-01-01, 3.1705, kg",
        "CHINA_FUELS, natural-gas/CN/combustion/2023-01-01, 2.1650, m3",
        "IPCC_2006_FUELS, anthracite/GLO/combustion/2006-01-01, 2.6246, kg",
        "IPCC_2006_FUELS, natural-gas/GLO/combustion/2006-01-01, 2.6928, kg"
    })
    void figureIsAsPublished(FactorPack pack, String key, double figure, String unit) {
        FactorRow row = FactorSheet.of(pack).find(key).orElseThrow();
        assertEquals(figure, row.figure("fossil").orElseThrow(), 5e-5);
        assertEquals(unit, row.text("unit"));
    }

    @ParameterizedTest
    @EnumSource
    void packHasNoDefects(FactorPack pack) {
        assertEquals(List.of(), FactorChecks.of(FactorSheet.of(pack)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHINA_FUELS", "IPCC_2006_FUELS"})
    void figureFollowsFromItsComputation(FactorPack pack) {
        for (FactorRow row : FactorSheet.of(pack).rows()) {
            double stated = row.figure("fossil").orElseThrow();
            assertEquals(row.computed().orElseThrow(), stated, 5e-7 * stated, row.key());
            // Published inputs are rounded each for itself.
            double byCarbon = row.combustion()
                    .orElseThrow()
                    .co2Per(row.unit("unit").orElseThrow())
                    .orElseThrow();
            assertEquals(byCarbon, stated, 0.002 * stated, row.key());
        }
    }

    @Test
    void potentialsAreThoseOfTheJob() {
        List<FactorRow> rows = FactorSheet.of(FactorPack.GWP_AR6).rows();
        for (FactorRow row : rows) {
            assertEquals(
                    Gas.find(row.text("flow")).orElseThrow().gwp100(),
                    row.total().orElseThrow(),
                    row.text("flow"));
        }
        assertEquals(19, rows.size());
        assertEquals(
                28,
                FactorSheet.of(FactorPack.GWP_AR5)
                        .find("CH4-non-fossil/GLO/gwp/")
                        .orElseThrow()
                        .total()
                        .orElseThrow());
    }

    @Test
    void pageOfTheDocumentationSaysWhatThePacksHold() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "factors.md"));
        Executed list = Executed.of("factors", "list");
        assertEquals(ExitCode.DONE, list.exitCode(), list.everything());
        assertTrue(page.contains(list.out()), () -> "docs/factors.md must hold\n" + list.out());
    }
}
