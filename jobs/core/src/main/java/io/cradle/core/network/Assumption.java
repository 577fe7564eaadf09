package io.cradle.core.network;

import io.cradle.core.factor.FactorKind;

/** Something that a what-if supposes. */
public sealed interface Assumption {
    /** What it supposes a number to be. */
    NewAmount amount();

    /** A number, or a change of the number that is there. */
    record NewAmount(double number, boolean isPercent) {
        public NewAmount {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("not a number: " + number);
            }
        }

        /** @param before what it was */
        double of(double before) {
            return isPercent ? before * (1 + number / 100) : number;
        }
    }

    /**
     * Every factor of a flow, region and kind has this figure excluding biogenic uptake, kgCO2e per its unit; its other
     * indicators move in proportion.
     *
     * @param region null where there is but one
     * @param kind null for supply, or where there is but one
     */
    record FactorFigure(String flow, String region, FactorKind kind, NewAmount amount) implements Assumption {}

    /**
     * The line of an input in the bills of a product in force in the period has this amount, in its own unit.
     *
     * @param supplier null where there is but one line of the input
     */
    record LineAmount(String product, String input, String supplier, NewAmount amount) implements Assumption {}

    /** The record of a supplier in force has this figure excluding biogenic uptake, kgCO2e per declared unit. */
    record SuppliedFigure(String product, String supplier, NewAmount amount) implements Assumption {}
}
