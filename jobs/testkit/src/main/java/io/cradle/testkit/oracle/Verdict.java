package io.cradle.testkit.oracle;

/** Whether a footprint is to be published at the end of an epoch. */
public enum Verdict {
    /** Status, result, coverage or a version changed, or a component moved by more than 1e-9 of the gross emissions. */
    MUST,
    /** Nothing that must be published changed, but something moved by more than 1e-11, or a field beside the figures. */
    MAY,
    /** Nothing changed. */
    MUST_NOT
}
