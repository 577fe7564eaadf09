package io.cradle.core.network;

/** Why an input is not resolved. */
final class Gap {
    static final String NO_FACTOR = "no-factor";
    static final String NO_PRODUCTION = "no-production";
    static final String NO_PURCHASE_WEIGHTS = "no-purchase-weights";
    static final String NO_SUPPLIER_RECORD = "no-supplier-record";
    static final String UNIT_DIMENSION = "unit-dimension";

    private Gap() {}
}
