package io.cradle.testkit.generate;

/** What a generated log may contain beyond plain bills and factors; leave some out to narrow a failing case down. */
public enum Feature {
    /** Products that need themselves or each other, productively. */
    LOOPS,
    /** Loops that consume all they make, for a while. */
    NON_PRODUCTIVE_LOOPS,
    /** Negative amounts. */
    CREDITS,
    /** Packaging, outbound and exempted lines. */
    PURPOSES,
    /** Lines that nothing resolves. */
    GAPS,
    /** Factors of several regions, validities and units. */
    FACTOR_VARIETY,
    /** Factors that are corrected, superseded and deleted on the way. */
    FACTOR_CHANGES,
    /** Interval meters. */
    METERS,
    /** Register meters, with and without rollover. */
    REGISTERS,
    /** Activity records. */
    ACTIVITY,
    /** Activity records that replace metered flow. */
    INSTRUMENTS,
    /** Production records, in stages and on parallel processes. */
    PRODUCTION,
    /** Supplier records and lines that name a supplier. */
    SUPPLIERS,
    /** Purchases that weigh the sources of a product. */
    PURCHASES,
    /** Bills in several versions, some of other declared units. */
    BILL_VERSIONS,
    /** Deletions and re-creations. */
    DELETIONS,
    /** Readings and production before their meter or bill. */
    PARKING,
    /** Records of activity of weeks ago. */
    LATE,
    /** Records that must be refused, one of every reason in turn. */
    DIRTY
}
