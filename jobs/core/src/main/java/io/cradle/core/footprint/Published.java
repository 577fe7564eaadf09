package io.cradle.core.footprint;

/**
 * What was last published of one product and period; decides whether a new figure is due.
 *
 * @param result null for a withdrawn product
 * @param coverage 0–1, NaN where there are no figures
 * @param values component vector, or empty where there are no figures
 * @param versions identity of the versions used directly
 * @param everFinal whether any publication was final or restated
 */
public record Published(
        Status status, Result result, double coverage, double[] values, String versions, boolean everFinal) {
    /** Halfway between the moves that must be published (1e-9 of gross) and those that must not (1e-11). */
    private static final double DUE = 5e-10;

    private static final Component[] WATCHED = {
        Component.FOSSIL,
        Component.LAND_USE_CHANGE,
        Component.LAND_MANAGEMENT_EMISSIONS,
        Component.LAND_MANAGEMENT_REMOVALS,
        Component.BIOGENIC_NON_CO2,
        Component.TECHNOLOGICAL_REMOVALS,
        Component.CCS_CAPTURE,
        Component.BIOGENIC_UPTAKE,
        Component.AIRCRAFT,
        Component.CREDITS,
        Component.PACKAGING,
        Component.OUTBOUND,
        Component.PRIMARY,
        Component.TECHNOLOGICAL_DQR,
        Component.GEOGRAPHICAL_DQR,
        Component.TEMPORAL_DQR
    };

    /** Whether going from {@code last} (null: never published) to this is a change that readers must see. */
    public boolean isDueAfter(Published last) {
        if (last == null
                || last.status != status
                || last.result != result
                || !last.versions.equals(versions)
                || last.values.length != values.length) {
            return true;
        }
        if (values.length == 0) {
            return false;
        }
        return Math.abs(last.coverage - coverage) > DUE || moved(last);
    }

    private boolean moved(Published last) {
        double due = DUE * Math.max(values[Component.MAGNITUDE.ordinal()], last.values[Component.GROSS.ordinal()]);
        for (Component component : WATCHED) {
            int c = component.ordinal();
            double floor = component == Component.OUTBOUND ? DUE * Math.abs(values[c]) : 0;
            if (Math.abs(values[c] - last.values[c]) > Math.max(due, floor)) {
                return true;
            }
        }
        return false;
    }
}
