package io.cradle.rollup.emit;

/**
 * What the revision of an epoch says beside the figures.
 *
 * @param applied positions of the records of this epoch, the network's own and the factors'
 * @param accepted how many records became facts
 * @param rejected how many changed nothing
 * @param milliseconds how long settling took
 */
public record EpochSummary(AppliedPositions applied, int accepted, int rejected, double milliseconds) {}
