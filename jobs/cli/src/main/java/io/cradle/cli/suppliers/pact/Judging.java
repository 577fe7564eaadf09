package io.cradle.cli.suppliers.pact;

import java.time.LocalDate;

/**
 * What documents are judged by.
 *
 * @param network the network their records are for
 * @param today the day that validity is held against
 * @param strict whether warnings are errors
 */
public record Judging(
        String network,
        LocalDate today,
        boolean strict,
        Identities identities,
        RecognitionTable recognition,
        GasTable gases) {}
