package io.cradle.schemas.golden;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Records the contracts of this build under a version; how to run it is said of {@code io.cradle.rollup.golden}. */
@EnabledIfSystemProperty(named = "golden.write", matches = ".+")
class GoldenContractsWriteTest {
    @Test
    void write() throws IOException {
        Contract current = Contract.current();
        GoldenFiles.write(new Contract(System.getProperty("golden.write"), current.schemas(), current.topics()));
    }
}
