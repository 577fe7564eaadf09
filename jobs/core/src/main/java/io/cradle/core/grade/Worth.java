package io.cradle.core.grade;

import java.util.List;

/**
 * What a footprint is worth.
 *
 * @param level or null for a product that is withdrawn
 * @param missing what the next level asks for
 * @param category of the product, or null
 * @param grade or null
 * @param scheme that was asked for a grade, or null
 */
public record Worth(UsabilityLevel level, List<Requirement> missing, String category, String grade, String scheme) {}
