package io.cradle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.cradle.connectors.files.FileFormatException;
import io.cradle.connectors.kafka.KafkaDoorException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void sentenceIsFoundBehindWhatAJobWrapsAroundIt() {
        FileFormatException fault = FileFormatException.at("purchase-records.csv", 7, "amount is missing");
        Throwable failure = new RuntimeException(
                "job failed", new SerializedThrowable(new CompletionException("task failed", fault)));
        assertEquals(Optional.of("purchase-records.csv, line 7: amount is missing"), Sentences.behind(failure));
    }

    @Test
    void outermostSentenceWins() {
        Throwable failure = new CommandException("the whole", new KafkaDoorException("the part"));
        assertEquals(Optional.of("the whole"), Sentences.behind(failure));
    }

    @Test
    void whatWasNotWrittenForUsersIsNoSentence() {
        assertEquals(Optional.empty(), Sentences.behind(new IllegalStateException("index -1")));
    }

    @Test
    void shortTextIsTheFirstLineOfTheInnermostCause() {
        Throwable failure = new RuntimeException(new IllegalArgumentException("first\nsecond"));
        assertEquals("IllegalArgumentException: first", Sentences.shortly(failure));
        assertEquals("NullPointerException", Sentences.shortly(new NullPointerException()));
    }
}
