package io.cradle.connectors.files.sheet;

import java.util.List;

/**
 * A row as it stands.
 *
 * @param number the row in Excel, the line on which it begins in CSV; from 1
 * @param cells the exact texts, empty where there is none
 */
public record SheetRow(int number, List<String> cells) {
    boolean isEmpty() {
        return cells.stream().allMatch(String::isBlank);
    }
}
