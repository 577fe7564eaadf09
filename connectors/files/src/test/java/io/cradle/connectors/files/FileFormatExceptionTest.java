package io.cradle.connectors.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;

class FileFormatExceptionTest {

    @Test
    void isFoundBehindOtherFailures() {
        FileFormatException fault = FileFormatException.at("meter-readings.csv", 7, "is wrong");
        Throwable failure = new IllegalStateException("job failed", new RuntimeException("task failed", fault));
        assertEquals(Optional.of("meter-readings.csv, line 7: is wrong"), FileFormatException.messageBehind(failure));
    }

    @Test
    void isFoundInSerialisedForm() {
        FileFormatException fault = FileFormatException.in("x.csv", "is wrong");
        Throwable failure = new SerializedThrowable(new IllegalStateException("task failed", fault));
        assertEquals(Optional.of("x.csv: is wrong"), FileFormatException.messageBehind(failure));
    }

    @Test
    void otherFailuresAreNot() {
        assertEquals(Optional.empty(), FileFormatException.messageBehind(new IllegalStateException("job failed")));
    }
}
