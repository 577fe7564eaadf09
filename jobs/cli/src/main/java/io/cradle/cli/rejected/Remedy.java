package io.cradle.cli.rejected;

import io.cradle.core.RejectReason;
import java.util.Arrays;

/** What brings a record of a reason back. */
final class Remedy {
    private Remedy() {}

    static String of(String code) {
        return Arrays.stream(RejectReason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(Remedy::of)
                .orElse("correct what the detail names and resend the record");
    }

    private static String of(RejectReason reason) {
        return switch (reason) {
            case UNDECODABLE ->
                "write the record anew (`show --json` gives its empty form), under the key of its fields";
            case UNKNOWN_SCHEMA ->
                "register the schema that it was written with (`cradle topics create`) and resend it"
                        + " --as-it-is, or write it anew";
            case MISSING_FIELD -> "fill in the field that the detail names";
            case UNKNOWN_UNIT -> "give a UCUM code, such as kg, t, kW.h, MJ, L, m3, t.km, {piece}";
            case UNIT_DIMENSION -> "give a unit that converts to that of the meter, or of a gas: one of mass";
            case NOT_A_NUMBER -> "give a plain decimal, such as 1234.5 or 1e-3";
            case NEGATIVE_AMOUNT -> "give an amount of 0 or more; only bill lines and registers may be below";
            case IMPLAUSIBLE_AMOUNT ->
                "correct the amount or its unit; what is really so large needs another" + " plausibility.max-amount";
            case INTERVAL_REVERSED -> "give an end later than the start";
            case INTERVAL_TOO_LONG -> "split the record into shorter intervals";
            case FUTURE_ACTIVITY -> "correct the times, or resend it --as-it-is once they have passed";
            case PERIOD_CLOSED ->
                "its period is no longer retained: only a longer reporting.retention-months lets it in";
            case UNKNOWN_METER -> "define the meter on energy-meters, then resend it --as-it-is";
            case UNKNOWN_PRODUCT -> "publish a bill of the product, then resend it --as-it-is";
            case REGISTER_BACKWARDS -> "correct the value, or the meter's register_size if the register rolled over";
            case DUPLICATE_CONFLICT ->
                "give the interval of the reading that it overlaps, or delete the meter's readings"
                        + " and send them anew";
            case ALLOCATION_MISMATCH -> "give the allocation_unit of the process's other records, or correct those";
            case EXCESS_INSTRUMENT -> "lower the amount to what is metered, or resend it --as-it-is once it is";
            case UNKNOWN_GAS -> "give a gas such as CO2, CH4-fossil, N2O or SF6";
            case UNKNOWN_REGION -> "give an ISO 3166 code, a grid region such as CN-X-EAST, or GLO";
            case UNKNOWN_KIND -> "give one of the words that the detail lists";
            case SUM_MISMATCH -> "correct the stated sum or the indicators that it is of";
            case SIGN_MISMATCH -> "correct the sign of the indicator that the detail names";
            case SELF_CONSUMING_UNIT -> "correct the amount that the product takes of itself: less than 1 per unit";
        };
    }
}
