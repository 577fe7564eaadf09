package io.cradle.cli.factors;

import io.cradle.cli.factors.check.Numbers;
import io.cradle.cli.factors.table.FactorColumns;
import io.cradle.cli.factors.table.FactorRow;
import io.cradle.cli.factors.table.FactorSheet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What differs between two tables. Factors are the same by their key, else by flow, region and kind where each table has
 * one left: editions of a pack differ in validity.
 *
 * @param withdrawn of the old table only
 * @param added of the new one only
 * @param changed by the key of the new one, what changed: {@code fossil 0.6205 → 0.5777 (-6.9 %)}
 */
record FactorDiff(List<String> withdrawn, List<String> added, Map<String, List<String>> changed) {

    static FactorDiff of(FactorSheet before, FactorSheet after) {
        Map<FactorRow, FactorRow> pairs = new LinkedHashMap<>();
        Map<String, FactorRow> old = new LinkedHashMap<>();
        before.rows().forEach(row -> old.put(row.key(), row));
        List<FactorRow> fresh = new ArrayList<>();
        for (FactorRow row : after.rows()) {
            FactorRow same = old.remove(row.key());
            if (same == null) {
                fresh.add(row);
            } else {
                pairs.put(row, same);
            }
        }
        Map<String, List<FactorRow>> oldOf = bySubject(old.values());
        Map<String, List<FactorRow>> freshOf = bySubject(fresh);
        List<FactorRow> added = new ArrayList<>();
        for (FactorRow row : fresh) {
            List<FactorRow> like = oldOf.getOrDefault(row.subject(), List.of());
            if (like.size() == 1 && freshOf.get(row.subject()).size() == 1) {
                old.remove(like.get(0).key());
                pairs.put(row, like.get(0));
            } else {
                added.add(row);
            }
        }
        Map<String, List<String>> changed = new LinkedHashMap<>();
        pairs.forEach((now, then) -> {
            List<String> changes = changes(then, now);
            if (!changes.isEmpty()) {
                changed.put(now.key(), changes);
            }
        });
        return new FactorDiff(
                List.copyOf(old.keySet()), added.stream().map(FactorRow::key).toList(), changed);
    }

    boolean isEmpty() {
        return withdrawn.isEmpty() && added.isEmpty() && changed.isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        withdrawn.forEach(key -> lines.add(FactorText.oneLine("- " + key)));
        added.forEach(key -> lines.add(FactorText.oneLine("+ " + key)));
        changed.forEach((key, changes) -> {
            lines.add(FactorText.oneLine("~ " + key));
            changes.forEach(change -> lines.add(FactorText.oneLine("    " + change)));
        });
        lines.add(String.format("%d withdrawn, %d added, %d changed", withdrawn.size(), added.size(), changed.size()));
        return lines;
    }

    private static Map<String, List<FactorRow>> bySubject(Collection<FactorRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(FactorRow::subject));
    }

    private static List<String> changes(FactorRow then, FactorRow now) {
        List<String> changes = new ArrayList<>();
        for (String column : FactorColumns.ALL) {
            String before = column.equals("region") ? then.region() : then.text(column);
            String after = column.equals("region") ? now.region() : now.text(column);
            OptionalDouble from = then.figure(column);
            OptionalDouble to = now.figure(column);
            boolean figures = from.isPresent() && to.isPresent();
            if (figures ? from.getAsDouble() != to.getAsDouble() : !before.equals(after)) {
                changes.add(column + " " + shown(before) + " → " + shown(after)
                        + (figures && !column.equals("version") ? percent(from.getAsDouble(), to.getAsDouble()) : ""));
            }
        }
        return changes;
    }

    private static String shown(String text) {
        return text.isEmpty() ? "(none)" : text;
    }

    private static String percent(double from, double to) {
        if (from == 0) {
            return "";
        }
        double percent = 100 * (to - from) / Math.abs(from);
        String rounded = Math.abs(percent) < 1000 ? String.format("%+.2f", percent) : Numbers.text(percent);
        return " (" + rounded + " %)";
    }
}
