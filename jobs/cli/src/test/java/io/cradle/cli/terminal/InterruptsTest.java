package io.cradle.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptsTest {

    @Test
    void signalToTheProcessIsGivenOn() throws IOException, InterruptedException {
        StopSignal stop = new StopSignal();
        Interrupts.give(stop);
        assertFalse(stop.isGiven());
        String self = Long.toString(ProcessHandle.current().pid());
        // Not INT: a shell in the background starts its processes deaf to it.
        new ProcessBuilder("kill", "-TERM", self).start().waitFor();
        assertTrue(stop.await(Duration.ofSeconds(30)));
    }
}
