package io.cradle.core.network;

import io.cradle.core.activity.ReportingCalendar;

/**
 * What decides the series of a network's figures.
 *
 * @param minimumCover share of an open period that production must cover, 0–1
 * @param parkingMs how long a record waits for its meter or product
 */
public record NetworkSettings(ReportingCalendar calendar, double minimumCover, long parkingMs) {}
