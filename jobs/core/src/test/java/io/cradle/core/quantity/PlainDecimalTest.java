package io.cradle.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.cradle.core.RejectedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimals that are read the short way are what the general way makes of them. */
class PlainDecimalTest {
    private static final Unit KWH = Units.of("kW.h");

    @Test
    void anyTextIsWhatTheGeneralWayMakesOfIt() throws RejectedException {
        Random random = new Random(3);
        int usual = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = text(random);
            byte[] ascii = ("x" + text + "y").getBytes(StandardCharsets.US_ASCII);
            long known = ShortDecimal.ofCanonical(ascii, 1, ascii.length - 1);
            requireSame(text, PlainDecimal.of(text));
            if (known != ShortDecimal.NONE) {
                PlainDecimal fromBytes = PlainDecimal.of(known);
                usual++;
                assertEquals(text, fromBytes.toString());
                assertEquals(PlainDecimal.of(text), fromBytes);
                requireSame(text, fromBytes);
            }
        }
        assertTrue(usual > 50_000, usual + " texts were read from their bytes");
    }

    private static void requireSame(String text, PlainDecimal decimal) throws RejectedException {
        assertEquals(Double.parseDouble(text), decimal.value(), text);
        assertEquals(Double.parseDouble(text), Decimals.parse(text, "value"), text);
        BigDecimal exact = new BigDecimal(text);
        if (exact.abs().compareTo(new BigDecimal("1e12")) <= 0) {
            long micros = exact.abs().doubleValue() < 1e-7
                    ? 0
                    : exact.movePointRight(6)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact();
            assertEquals(micros, decimal.micros(KWH, KWH), text);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "-" : random.nextInt(12) == 0 ? "+" : "");
        int whole = random.nextInt(random.nextInt(10) == 0 ? 20 : 7);
        for (int i = 0; i < whole; i++) {
            text.append(random.nextInt(10));
        }
        int places = random.nextInt(random.nextInt(10) == 0 ? 12 : 5);
        if (places > 0 || whole == 0 || random.nextInt(20) == 0) {
            text.append('.');
        }
        for (int i = 0; i < Math.max(places, whole == 0 ? 1 : 0); i++) {
            text.append(random.nextInt(10));
        }
        return text.toString();
    }

    /** The text of these does not follow from the number, or they are none: the general way has them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "+1",
                "-0",
                "-0.00",
                "01",
                "00",
                "00.5",
                ".5",
                "5.",
                "1e3",
                "1.2.3",
                " 1",
                "1 ",
                "NaN",
                "--1",
                "1-",
                "1234567890123456",
                "0.1234567890123456",
                "1/2",
                "1:2"
            })
    void whatIsUnusualIsLeftAlone(String text) {
        assertEquals(ShortDecimal.NONE, canonical(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0.50", "-0.5", "10", "999999999999.999", "123456789012345", "0.000001"})
    void whatIsUsualKeepsItsText(String text) {
        assertEquals(text, PlainDecimal.of(canonical(text)).toString());
    }

    private static long canonical(String text) {
        return ShortDecimal.ofCanonical(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
    }
}
