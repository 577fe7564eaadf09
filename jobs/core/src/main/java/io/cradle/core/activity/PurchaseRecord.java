package io.cradle.core.activity;

import io.cradle.core.quantity.Interval;
import io.cradle.core.quantity.Unit;

/** An amount of a product bought from a supplier. */
public record PurchaseRecord(
        String record, String product, String supplier, Interval interval, double amount, Unit unit) {}
