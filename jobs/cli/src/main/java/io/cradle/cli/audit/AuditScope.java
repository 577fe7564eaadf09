package io.cradle.cli.audit;

import io.cradle.testkit.oracle.InForceCheck.Selection;
import java.util.Optional;

/** What an audit is about: a network, or its footprints of one product, one period or both. */
record AuditScope(String network, Optional<String> product, Optional<String> period) {

    Selection selection() {
        return new Selection(product, period);
    }

    @Override
    public String toString() {
        return "network " + network
                + product.map(name -> ", product " + name).orElse("")
                + period.map(label -> ", period " + label).orElse("");
    }
}
