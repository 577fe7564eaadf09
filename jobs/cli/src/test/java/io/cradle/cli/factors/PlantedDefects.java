package io.cradle.cli.factors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The defects of published tables, each as a way to plant it. */
final class PlantedDefects {
    /** Adds a row with one defect. */
    interface Plant {
        void plant(DirtyTable table);
    }

    static final List<Plant> ALL = all();

    private PlantedDefects() {}

    private static List<Plant> all() {
        List<Plant> all = new ArrayList<>();
        all.add(t -> t.plant(t.row("alumina", "supply", "kg", t.between(0.0007, 0.00081)), "fossil", "factor of 1000"));
        all.add(t -> t.plant(t.row("diesel", "combustion", "kg", t.between(3000, 3200)), "fossil", "factor of 1000"));
        all.add(t -> t.plant(t.row("electricity", "supply", "kW.h", t.between(500, 650)), "fossil", "factor of 1000"));
        all.add(t -> t.plant(t.row("electricity", "supply", "kW.h", 577_700), "fossil", "factor of 1000000"));
        all.add(t -> t.plant(with(electricity(t, "supply"), "fossil", "0.6e6"), "fossil", "factor of 1000000"));
        all.add(t -> t.plant(t.row("alumina", "supply", "kg", 400), "fossil", "far above"));
        all.add(t -> t.plant(t.row("diesel", "combustion", "kg", t.between(0.84, 0.87)), "fossil", "44/12 is missing"));
        all.add(t -> {
            Map<String, String> row = t.burnt();
            row.put("fossil", String.valueOf(Double.parseDouble(row.get("fossil")) * 12 / 44));
            t.plant(row, "fossil", "44/12 is missing");
        });
        all.add(t -> t.plant(with(t.burnt(), "fossil", "9.9"), "fossil", "does not follow"));
        all.add(t -> t.plant(with(t.burnt(), "gases", "CO2e"), "gases", "write CO2"));
        all.add(t -> t.plant(with(t.row("diesel", "combustion", "kg", 3.1863), "gases", "CO2e"), "gases", "write CO2"));
        all.add(t -> t.plant(with(electricity(t, "grid-direct"), "gases", "CO2e"), "gases", "write CO2"));
        all.add(t -> t.plant(
                with(t.row("electricity", "supply", "kW.h", 0.4974), "region", "CN-ZJ"), "kind", "write grid-direct"));
        for (String blank : List.of(" ", "\u00A0", "\u200B", "\u3000", "\t")) {
            for (String column : List.of("gases", "kind", "source")) {
                all.add(t -> {
                    Map<String, String> row = electricity(t, "supply");
                    t.plant(with(row, column, row.get(column) + blank), column, "around it");
                });
            }
        }
        Map.of("kwh", "kW.h", "KWh", "kW.h", "kWh", "kW.h", "万千瓦时", "10*4.kW.h", "度", "kW.h", "Mj", "MJ")
                .forEach((unit, code) ->
                        all.add(t -> t.plant(with(electricity(t, "supply"), "unit", unit), "unit", "write " + code)));
        Map.of("Kg", "kg", "KG", "kg", "tonnes", "t", "吨", "t", "Nm3", "m3", "pcs", "{piece}", "ton-km", "t.km")
                .forEach((unit, code) -> all.add(t -> t.plant(part(t, "unit", unit), "unit", "write " + code)));
        all.add(t -> t.plant(part(t, "unit", "sacks"), "unit", "write a UCUM code"));
        all.add(t -> t.plant(with(electricity(t, "supply"), "unit", "kW"), "unit", "no unit of energy"));
        all.add(t -> t.plant(with(electricity(t, "grid-direct"), "unit", "kg"), "unit", "no unit of energy"));
        all.add(t -> t.plant(t.row("diesel", "combustion", "{piece}", 3.1), "unit", "no mass, volume or energy"));
        all.add(PlantedDefects::twice);
        all.add(PlantedDefects::contradiction);
        all.add(PlantedDefects::overlap);
        for (String number : List.of("NaN", "Infinity", "#DIV/0!", "n/a", "0,5777", "1,234.5", "1e", "5.8 kg")) {
            all.add(t -> t.plant(part(t, "fossil", number), "fossil", "no plain decimal"));
        }
        all.add(t -> t.plant(part(t, "fossil", "-0.5"), "fossil", "must be 0 or more"));
        all.add(t -> t.plant(part(t, "biogenic_uptake", "0.5"), "biogenic_uptake", "must be 0 or less"));
        all.add(t -> t.plant(part(t, "kg_per_unit", "0"), "kg_per_unit", "not above 0"));
        all.add(t -> t.plant(part(t, "fossil", ""), "fossil", "no figure"));
        all.add(t -> t.plant(part(t, "fossil", "1000000000000000000000000000000000"), "fossil", "implausible-amount"));
        Map.of("XX", "ISO 3166", "China", "write CN", "cn-zj", "write CN-ZJ", "UK", "write GB", "德国", "write DE")
                .forEach((region, right) -> all.add(t -> t.plant(part(t, "region", region), "region", right)));
        all.add(t -> t.plant(part(t, "kind", "Supply"), "kind", "nearest is supply"));
        all.add(t -> t.plant(part(t, "kind", "scope 3"), "kind", "no kind of factor"));
        all.add(t -> t.plant(part(t, "gases", "methane"), "gases", "'methane' is no gas"));
        all.add(t -> t.plant(part(t, "flow", ""), "flow", "is missing"));
        all.add(t -> t.plant(part(t, "valid_from", "yesterday"), "valid_from", "is not a day"));
        all.add(t -> t.plant(part(t, "valid_to", "1980-01-01"), "valid_to", "interval-reversed"));
        all.add(t -> t.plant(part(t, "gwp_set", "AR5"), "gwp_set", "must be one of AR6"));
        all.add(t -> t.plant(part(t, "primary_data_share", "120"), "primary_data_share", "must be within"));
        return List.copyOf(all);
    }

    private static void twice(DirtyTable table) {
        Map<String, String> row = part(table, "version", "1");
        table.add(row);
        table.plant(row, "flow", "once more");
    }

    private static void contradiction(DirtyTable table) {
        Map<String, String> row = part(table, "version", "1");
        table.add(row);
        table.plant(with(new LinkedHashMap<>(row), "fossil", "7"), "flow", "says otherwise");
    }

    private static void overlap(DirtyTable table) {
        Map<String, String> row = with(part(table, "valid_from", "2023-01-01"), "valid_to", "2024-01-01");
        table.add(row);
        Map<String, String> later = with(new LinkedHashMap<>(row), "valid_to", "");
        table.plant(with(later, "valid_from", "2024-01-01"), "valid_from", "overlaps");
    }

    private static Map<String, String> electricity(DirtyTable table, String kind) {
        return table.row("electricity", kind, "kW.h", table.between(0.2, 0.9));
    }

    private static Map<String, String> part(DirtyTable table, String column, String cell) {
        return with(table.row("thing " + table.size(), "supply", "{piece}", table.between(1, 2)), column, cell);
    }

    private static Map<String, String> with(Map<String, String> row, String column, String cell) {
        row.put(column, cell);
        return row;
    }
}
