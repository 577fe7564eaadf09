package io.cradle.core.quantity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;

/**
 * Units by their UCUM code, with one table of other accepted spellings ({@code spellings.csv}) on top. {@code {piece}} is
 * a base unit of its own; any other annotation is an unknown unit.
 */
public final class Units {
    /** Dimension of {@code {piece}}. */
    private static final String PIECE = "{piece}";

    /** Longest text that is looked at. */
    public static final int MAX_CODE_LENGTH = 40;

    private static final int MAX_FACTORS = 4;
    private static final int MAX_CACHED = 10_000;
    /** What stands before digits that are a power: anything but the beginning of a factor, of which they are a number. */
    private static final String AFTER_A_SYMBOL = "(?<=[^./(\\d+-])[+-]?";
    /** A power of two digits: no unit of trade has one, and its exact conversion takes seconds to minutes. */
    private static final Pattern HIGH_POWER = Pattern.compile(AFTER_A_SYMBOL + "\\d{2}");
    /** Powers of one digit, of which a unit of trade has few: they multiply the time of a conversion. */
    private static final Pattern POWER = Pattern.compile(AFTER_A_SYMBOL + "(\\d)");

    private static final int MAX_POWERS = 9;

    private static final UcumService UCUM = loadUcum();
    private static final Map<String, String> SPELLINGS = loadSpellings();
    private static final Map<String, Optional<Unit>> KNOWN = new ConcurrentHashMap<>();

    public static final Unit KG = of("kg");
    public static final Unit MJ = of("MJ");

    private Units() {}

    /** The unit with this code or accepted spelling, or empty where it is unknown. */
    public static Optional<Unit> find(String code) {
        if (code.length() > MAX_CODE_LENGTH) {
            return Optional.empty();
        }
        Optional<Unit> known = KNOWN.get(code);
        if (known != null) {
            return known;
        }
        Optional<Unit> unit = parse(SPELLINGS.getOrDefault(code, code));
        if (KNOWN.size() >= MAX_CACHED) {
            // Units of trade are few: only somebody who makes them up fills this, and must not crowd them out for good.
            KNOWN.clear();
        }
        KNOWN.put(code, unit);
        return unit;
    }

    /**
     * The unit with this code.
     *
     * @throws IllegalArgumentException if it is unknown
     */
    public static Unit of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("unknown unit: " + code));
    }

    private static Optional<Unit> parse(String code) {
        if (code.equals(PIECE)) {
            return Optional.of(new Unit(PIECE, PIECE, BigDecimal.ONE));
        }
        if (code.isEmpty()
                || code.indexOf('{') >= 0
                || HIGH_POWER.matcher(code).find()
                || code.chars().filter(c -> c == '.' || c == '/').count() > MAX_FACTORS
                || powers(code) > MAX_POWERS
                || !isBalanced(code)) {
            return Optional.empty();
        }
        try {
            Pair canonical = UCUM.getCanonicalForm(new Pair(new Decimal("1"), code));
            BigDecimal amount = new BigDecimal(canonical.getValue().asDecimal());
            return amount.signum() > 0 ? Optional.of(new Unit(code, canonical.getCode(), amount)) : Optional.empty();
        } catch (UcumException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static int powers(String code) {
        return POWER.matcher(code)
                .results()
                .mapToInt(power -> Integer.parseInt(power.group(1)))
                .sum();
    }

    /** The library passes over a closing parenthesis that nothing opened. */
    private static boolean isBalanced(String code) {
        int open = 0;
        for (int i = 0; i < code.length() && open >= 0; i++) {
            open += code.charAt(i) == '(' ? 1 : code.charAt(i) == ')' ? -1 : 0;
        }
        return open == 0;
    }

    private static UcumService loadUcum() {
        try (InputStream in = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
            return new UcumEssenceService(in);
        } catch (IOException | UcumException e) {
            throw new IllegalStateException("the UCUM definitions are not on the class path", e);
        }
    }

    private static Map<String, String> loadSpellings() {
        Map<String, String> spellings = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Units.class.getResourceAsStream("/io/cradle/core/spellings.csv"), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                spellings.put(cells[0], cells[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return spellings;
    }
}
