package io.cradle.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.core.explain.Explanation;
import io.cradle.core.explain.InputContribution;
import io.cradle.core.explain.LeafContribution;
import io.cradle.core.explain.PathContribution;
import io.cradle.core.explain.TierContribution;
import io.cradle.core.footprint.Component;
import java.time.Instant;
import java.util.Locale;

/** An explanation as one JSON object: all leaves, in kgCO2e per declared unit. */
final class ExplainJson {
    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

    private ExplainJson() {}

    static String of(ExplainedProduct of) {
        Explanation explanation = of.explanation();
        ObjectNode json = NEW.objectNode();
        json.put("network", of.network());
        json.put("product", of.product());
        json.put("period", of.period());
        json.put("as_of", of.asOf().toString());
        json.put("result", of.result());
        json.put("declared_unit", of.unit());
        json.put("pcf_excluding_biogenic_uptake", of.figure());
        json.put("used", explanation.used());
        json.put("credits", explanation.credited());
        json.put("standard_deviation", explanation.deviation());
        json.put("error_bound", explanation.errorBound());
        json.set("indicators", indicators(explanation.product().values()));
        ArrayNode leaves = json.putArray("leaves");
        explanation.leaves().forEach(leaf -> leaves.add(leaf(leaf)));
        ArrayNode inputs = json.putArray("inputs");
        explanation.inputs().forEach(input -> inputs.add(input(input)));
        ArrayNode tiers = json.putArray("tiers");
        explanation.tiers().forEach(tier -> tiers.add(tier(tier)));
        ArrayNode paths = json.putArray("paths");
        explanation.paths().forEach(path -> paths.add(path(path)));
        json.put("other_paths", explanation.besidesPaths());
        return json.toPrettyString();
    }

    private static ObjectNode indicators(double[] values) {
        ObjectNode json = NEW.objectNode();
        for (Component component : Component.values()) {
            if (component.ordinal() < Component.INDICATORS) {
                json.put(component.name().toLowerCase(Locale.ROOT), values[component.ordinal()]);
            }
        }
        return json;
    }

    private static ObjectNode leaf(LeafContribution leaf) {
        ObjectNode json = NEW.objectNode();
        json.put("kind", leaf.kind());
        json.put("name", leaf.name());
        if (leaf.version() != null) {
            json.put("record", leaf.version().key());
            json.put("version", leaf.version().version());
            json.put("source", leaf.version().source());
            json.put(
                    "log_time", Instant.ofEpochMilli(leaf.version().logTimeMs()).toString());
        }
        json.put("amount", leaf.amount());
        json.put("unit", leaf.unit());
        json.put("kgCO2e", leaf.kgCO2e());
        json.put("used", leaf.used());
        json.put("credits", leaf.credited());
        json.put("standard_deviation", leaf.deviation());
        json.put("relative_deviation", leaf.relativeDeviation());
        json.set("indicators", indicators(leaf.indicators()));
        return json;
    }

    private static ObjectNode input(InputContribution line) {
        ObjectNode json = NEW.objectNode();
        json.put("kind", line.input().kind());
        json.put("input", line.input().input());
        json.put("amount", line.input().amount());
        json.put("unit", line.input().unit());
        json.put("purpose", line.input().purpose());
        json.put("credit", line.credit());
        json.put("kgCO2e", line.input().kgCO2e());
        json.set("indicators", indicators(line.indicators()));
        return json;
    }

    private static ObjectNode tier(TierContribution tier) {
        ObjectNode json = NEW.objectNode();
        json.put("tier", tier.tier());
        json.put("and_deeper", tier.deeper());
        json.put("kgCO2e", tier.kgCO2e());
        json.put("used", tier.used());
        json.put("credits", tier.credited());
        return json;
    }

    private static ObjectNode path(PathContribution path) {
        ObjectNode json = NEW.objectNode();
        ArrayNode steps = json.putArray("steps");
        path.steps().forEach(step -> steps.add(Names.step(step)));
        json.put("direct", path.direct());
        json.put("credit", path.credit());
        json.put("kgCO2e", path.kgCO2e());
        return json;
    }
}
