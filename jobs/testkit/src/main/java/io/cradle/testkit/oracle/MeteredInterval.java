package io.cradle.testkit.oracle;

import java.math.BigDecimal;

/** What a meter counted in an interval, under the version of the meter that the interval belongs to. */
record MeteredInterval(Fact.Meter meter, MeterReadings.Counted counted) {

    /** The part in [from, to), multiplier applied, in the base unit of its dimension. */
    BigDecimal partInBase(long fromMs, long toMs) {
        BigDecimal part = new BigDecimal(counted.interval().microPart(counted.micro(), fromMs, toMs), 6);
        return part.multiply(meter.multiplier()).multiply(counted.unit().inBase());
    }
}
