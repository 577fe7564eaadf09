package io.cradle.core.network;

import io.cradle.core.activity.InputKind;
import io.cradle.core.factor.FactorKind;
import io.cradle.core.factor.FactorMatch;
import io.cradle.core.factor.Regions;
import io.cradle.core.quantity.MassEnergy;
import io.cradle.core.quantity.Unit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where an input comes from (docs/figures.md, section 6). */
final class Sources {
    /** What one unit of an input takes: so many units of a target, or nothing and why. */
    record Source(NodeKey target, double ratio, String unresolved, List<String> notes) {
        static Source unresolved(String reason) {
            return new Source(null, Double.NaN, reason, List.of());
        }

        boolean isResolved() {
            return unresolved == null;
        }
    }

    /**
     * An input to resolve.
     *
     * @param region or null for GLO
     * @param supplier null or empty where none is named
     */
    record Wanted(InputKind kind, String input, Unit unit, String region, String supplier, YearMonth month) {
        String regionOrGlobal() {
            return region == null ? Regions.GLOBAL : region;
        }
    }

    private final RowContext context;

    Sources(RowContext context) {
        this.context = context;
    }

    /** The sources of a product, flow or fuel: one, or two for a fuel. */
    List<Source> of(Wanted wanted) {
        return switch (wanted.kind()) {
            case FLOW -> List.of(factor(wanted, FactorKind.SUPPLY));
            case FUEL -> List.of(factor(wanted, FactorKind.SUPPLY), factor(wanted, FactorKind.COMBUSTION));
            case PRODUCT ->
                List.of(
                        wanted.supplier() == null || wanted.supplier().isEmpty()
                                ? market(wanted)
                                : supplied(wanted, MassEnergy.none(wanted.unit())));
            case GAS -> throw new IllegalArgumentException("a gas is a direct emission");
        };
    }

    private Source factor(Wanted wanted, FactorKind kind) {
        Optional<FactorMatch> match = context.factor(wanted.input(), kind, wanted.regionOrGlobal(), wanted.month());
        if (match.isEmpty()) {
            return Source.unresolved(Gap.NO_FACTOR);
        }
        return converted(
                NodeKey.factor(match.get().leafKey()),
                match.get().factor().per(),
                wanted.unit(),
                match.get().notes());
    }

    private Source market(Wanted wanted) {
        NodeKey market = NodeKey.market(wanted.input());
        Face face = context.face(market);
        if (!face.isResolved()) {
            return Source.unresolved(face.unresolved());
        }
        return converted(face.standsFor() == null ? market : face.standsFor(), face.per(), wanted.unit(), List.of());
    }

    /**
     * A supplier's record, else the factor of the product id.
     *
     * @param from what is known of one wanted unit
     */
    Source supplied(Wanted wanted, MassEnergy from) {
        NodeKey supplied = NodeKey.supplied(wanted.input(), wanted.supplier());
        Face face = context.face(supplied);
        if (face.isResolved()) {
            OptionalDouble ratio = face.per().ratioFrom(from);
            return ratio.isPresent()
                    ? new Source(supplied, ratio.getAsDouble(), null, List.of())
                    : Source.unresolved(Gap.UNIT_DIMENSION);
        }
        Source fallback = factor(wanted, FactorKind.SUPPLY);
        if (Gap.NO_FACTOR.equals(fallback.unresolved())) {
            return Source.unresolved(Gap.NO_SUPPLIER_RECORD);
        }
        List<String> notes = new ArrayList<>(fallback.notes());
        notes.add("fallback-factor");
        return new Source(fallback.target(), fallback.ratio(), fallback.unresolved(), notes);
    }

    private static Source converted(NodeKey target, MassEnergy per, Unit from, List<String> notes) {
        OptionalDouble ratio = per.ratioFrom(from);
        return ratio.isPresent()
                ? new Source(target, ratio.getAsDouble(), null, notes)
                : Source.unresolved(Gap.UNIT_DIMENSION);
    }
}
