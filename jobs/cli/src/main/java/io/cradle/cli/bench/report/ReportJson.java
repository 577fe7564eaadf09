package io.cradle.cli.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report as JSON: the machine, the parameters, and for every case its findings with target and spread. */
public final class ReportJson {
    private ReportJson() {}

    public static void write(Report report, Machine machine, Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", report.bench());
        json.put("parameters", report.parameters());
        json.put("machine", machine);
        json.put("targets", report.targets());
        json.put("missed", report.missed());
        json.put("cases", report.cases().stream().map(ReportJson::json).toList());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
    }

    private static Map<String, Object> json(Case each) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", each.of());
        json.put("findings", each.findings().stream().map(ReportJson::json).toList());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", finding.what());
        if (finding instanceof Finding.Measured measured) {
            json.put("value", measured.value());
            json.put("unit", measured.unit());
            measured.spread().ifPresent(spread -> json.put("spread", spread));
        } else {
            json.put("why", ((Finding.Missing) finding).why());
        }
        finding.target().ifPresent(target -> {
            json.put("target", target.text());
            json.put("met", !finding.isMissed());
        });
        return json;
    }
}
