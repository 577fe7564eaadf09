package io.cradle.core.grade;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Grades of products by category.
 *
 * @param name with its version, as records name it
 * @param scales by category
 */
public record GradingScheme(String name, Map<String, GradeScale> scales) implements Serializable {
    public GradingScheme(String name, Map<String, GradeScale> scales) {
        this.name = name;
        this.scales = new TreeMap<>(scales);
    }
}
