package io.cradle.cli.explain;

import io.cradle.cli.CommandException;
import io.cradle.cli.log.DidYouMean;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.Regions;
import io.cradle.core.network.Assumption;
import io.cradle.core.network.Assumption.NewAmount;
import io.cradle.schemas.wire.RecordKey;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a user supposes: {@code factor:FLOW[@REGION][:KIND]=NUMBER}, {@code bom:PRODUCT/INPUT[@SUPPLIER]=NUMBER} or
 * {@code supplier:PRODUCT/SUPPLIER=NUMBER}; a number that ends in % is a change of what is there. A / inside a name is
 * written %2F.
 */
final class AssumptionText {
    private static final List<String> KINDS = List.of("factor", "bom", "supplier");

    private final String text;

    private AssumptionText(String text) {
        this.text = text;
    }

    /**
     * Reads one.
     *
     * @throws CommandException that says what is wrong with it
     */
    static Assumption read(String text) {
        return new AssumptionText(text).read();
    }

    private Assumption read() {
        int colon = text.indexOf(':');
        int equals = text.lastIndexOf('=');
        if (equals < 0) {
            throw wrong("has no value: write =NUMBER behind it, such as =0.40 or =-20%");
        }
        if (colon < 0 || colon > equals) {
            throw wrong("does not say what it is of: begin with factor:, bom: or supplier:"
                    + " (settings of the job are given with --setting)");
        }
        String kind = text.substring(0, colon);
        String name = text.substring(colon + 1, equals);
        NewAmount amount = amount(text.substring(equals + 1).trim());
        return switch (kind) {
            case "factor" -> factor(name, amount);
            case "bom" -> line(name, amount);
            case "supplier" -> supplied(name, amount);
            default -> throw wrong("begins with '" + kind + ":'" + DidYouMean.instead(kind, KINDS));
        };
    }

    private NewAmount amount(String value) {
        boolean percent = value.endsWith("%");
        try {
            return new NewAmount(Double.parseDouble(percent ? value.substring(0, value.length() - 1) : value), percent);
        } catch (IllegalArgumentException e) {
            throw wrong("has the value '" + value + "', which is not a number such as 0.40 or -20%");
        }
    }

    private Assumption factor(String name, NewAmount amount) {
        int colon = name.lastIndexOf(':');
        Optional<FactorKind> kind = colon < 0 ? Optional.empty() : FactorKind.find(name.substring(colon + 1));
        String flowAndRegion = kind.isPresent() ? name.substring(0, colon) : name;
        int at = flowAndRegion.lastIndexOf('@');
        String flow = at < 0 ? flowAndRegion : flowAndRegion.substring(0, at);
        String region = at < 0 ? null : flowAndRegion.substring(at + 1);
        if (region != null && !Regions.isKnown(region)) {
            throw wrong("has the region '" + region + "', which is no ISO 3166 code, code of regions.csv or GLO"
                    + " (kinds are supply, combustion and grid-direct)");
        }
        if (flow.isEmpty()) {
            throw wrong("names no flow: write factor:FLOW@REGION=NUMBER");
        }
        return new Assumption.FactorFigure(flow, region, kind.orElse(null), amount);
    }

    private Assumption line(String name, NewAmount amount) {
        List<String> parts = two(name, "bom:PRODUCT/INPUT=NUMBER");
        int at = parts.get(1).lastIndexOf('@');
        return at < 0
                ? new Assumption.LineAmount(parts.get(0), parts.get(1), null, amount)
                : new Assumption.LineAmount(
                        parts.get(0),
                        parts.get(1).substring(0, at),
                        parts.get(1).substring(at + 1),
                        amount);
    }

    private Assumption supplied(String name, NewAmount amount) {
        List<String> parts = two(name, "supplier:PRODUCT/SUPPLIER=NUMBER");
        return new Assumption.SuppliedFigure(parts.get(0), parts.get(1), amount);
    }

    private List<String> two(String name, String form) {
        List<String> parts = RecordKey.split(name);
        if (parts.size() != 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
            throw wrong("does not have two names: write " + form + " (a / inside a name is written %2F)");
        }
        return parts;
    }

    private CommandException wrong(String what) {
        return new CommandException("--set " + text + " " + what);
    }
}
