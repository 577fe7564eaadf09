package io.cradle.cli.bench.plot;

import java.util.List;

/**
 * Lines through points, with both axes logarithmic: a slope is an exponent.
 *
 * @param name of the file, without its ending
 */
public record Plot(String name, String title, String xTitle, String yTitle, List<Line> lines) {
    public Plot {
        lines = List.copyOf(lines);
    }

    /**
     * One line; all values are above 0.
     *
     * @param xs ascending
     */
    public record Line(String name, double[] xs, double[] ys) {
        public Line {
            if (xs.length != ys.length) {
                throw new IllegalArgumentException(xs.length + " xs and " + ys.length + " ys");
            }
        }
    }

    /** Lines that have points. */
    List<Line> drawn() {
        return lines.stream().filter(line -> line.xs().length > 0).toList();
    }
}
