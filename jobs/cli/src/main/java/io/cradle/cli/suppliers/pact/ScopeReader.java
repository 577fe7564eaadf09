package io.cradle.cli.suppliers.pact;

import io.cradle.core.factor.Regions;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the figures are for: declared unit, mass and geography.
 *
 * @param unit UCUM
 * @param amount declared units that the figures are for
 * @param massKg per one declared unit, or null
 * @param region ISO 3166-1 or -2, or null
 */
record ScopeReader(String unit, String amount, String massKg, String region) {
    private static final String UNIT = "declaredUnitOfMeasurement";
    private static final String AMOUNT = "declaredUnitAmount";
    private static final String MASS = "productMassPerDeclaredUnit";
    private static final String SUBDIVISION = "geographyCountrySubdivision";
    private static final String COUNTRY = "geographyCountry";
    private static final String WIDER = "geographyRegionOrSubregion";

    /** Units of PACT 3, as UCUM. */
    private static final Map<String, String> UNITS = new TreeMap<>(Map.of(
            "liter", "L",
            "kilogram", "kg",
            "cubic meter", "m3",
            "kilowatt hour", "kW.h",
            "megajoule", "MJ",
            "ton kilometer", "t.km",
            "square meter", "m2",
            "piece", "{piece}",
            "hour", "h",
            "megabit second", "Mbit.s"));

    static ScopeReader of(PactObject pcf) {
        PactDecimal amount = positive(pcf);
        return new ScopeReader(unit(pcf), amount == null ? null : amount.text(), mass(pcf, amount), region(pcf));
    }

    private static String unit(PactObject pcf) {
        String unit = pcf.requiredText(UNIT);
        if (unit != null && !UNITS.containsKey(unit)) {
            pcf.error(UNIT, "'" + unit + "' is no unit of PACT", "give one of " + String.join(", ", UNITS.keySet()));
        }
        return unit == null ? null : UNITS.get(unit);
    }

    private static PactDecimal positive(PactObject pcf) {
        PactDecimal amount = pcf.requiredDecimal(AMOUNT);
        if (amount != null && amount.sign() <= 0) {
            pcf.error(AMOUNT, amount.text() + " is not above 0", "give the number of units the figures are for");
            return null;
        }
        return amount;
    }

    /** PACT states the mass of all units together; 0 says that it means nothing, as for energy. */
    private static String mass(PactObject pcf, PactDecimal amount) {
        PactDecimal mass = pcf.requiredDecimal(MASS);
        if (mass != null && mass.sign() < 0) {
            pcf.error(MASS, mass.text() + " is less than 0", "give kg, or \"0\" where mass means nothing");
        }
        if (mass == null || amount == null || mass.sign() <= 0) {
            return null;
        }
        return amount.value().compareTo(BigDecimal.ONE) == 0
                ? mass.text()
                : mass.value().divide(amount.value(), MathContext.DECIMAL128).toPlainString();
    }

    /** The narrowest that is stated. */
    private static String region(PactObject pcf) {
        Optional<String> subdivision = code(pcf, SUBDIVISION, "[A-Z]{2}-[A-Z0-9]{1,3}", "DE-BW");
        Optional<String> country = code(pcf, COUNTRY, "[A-Z]{2}", "DE");
        if (subdivision.isPresent() && country.isPresent() && !subdivision.get().startsWith(country.get() + "-")) {
            pcf.error(SUBDIVISION, "'" + subdivision.get() + "' is not in " + country.get(), "give one of them");
        }
        String wider = pcf.text(WIDER);
        if (subdivision.isEmpty() && country.isEmpty() && wider != null) {
            pcf.note(WIDER, "'" + wider + "' has no code", "the record goes without a region");
        }
        return subdivision.or(() -> country).orElse(null);
    }

    private static Optional<String> code(PactObject pcf, String field, String pattern, String example) {
        Optional<String> code = Optional.ofNullable(pcf.text(field));
        if (code.isPresent() && (!code.get().matches(pattern) || !Regions.isKnown(code.get()))) {
            pcf.error(field, "'" + code.get() + "' is no code of ISO 3166", "give one such as " + example);
        }
        return code;
    }
}
