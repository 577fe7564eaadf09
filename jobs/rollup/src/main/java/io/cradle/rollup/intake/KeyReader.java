package io.cradle.rollup.intake;

import io.cradle.core.RejectReason;
import io.cradle.core.RejectedException;
import io.cradle.schemas.wire.InputTopic;
import io.cradle.schemas.wire.RecordKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * Reads keys. Facts stand in state under the text of their key and in memory under its parts, so a key may be written in
 * one way only: a deletion under another spelling would take a fact out of memory and leave it in state.
 */
final class KeyReader {
    /** No identifier needs more, and keys are repeated in state, outputs and sentences. */
    static final int MAX_KEY_BYTES = 1_000;

    /** First day of what has been valid from always. */
    static final LocalDate ALWAYS = LocalDate.MIN;

    private KeyReader() {}

    /**
     * The text of a key.
     *
     * @throws RejectedException missing-field where there is none, undecodable where it is no UTF-8
     */
    static String text(InputTopic topic, byte[] key) throws RejectedException {
        if (key == null || key.length == 0) {
            throw new RejectedException(
                    RejectReason.MISSING_FIELD,
                    "the record has no key; " + topic.topicName() + " are keyed " + form(topic));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RejectedException(RejectReason.UNDECODABLE, "the key is not UTF-8");
        }
    }

    /**
     * The parts of a key.
     *
     * @throws RejectedException missing-field, or undecodable where they are too many
     */
    static List<String> parts(InputTopic topic, String key) throws RejectedException {
        List<String> parts = RecordKey.split(key);
        for (int i = 0; i < topic.keyFields().size(); i++) {
            boolean optional = topic.keyFields().get(i).equals("valid_from");
            if (i >= parts.size() || (parts.get(i).isBlank() && !optional)) {
                throw new RejectedException(
                        RejectReason.MISSING_FIELD, topic.keyFields().get(i) + " is missing");
            }
        }
        if (parts.size() != topic.keyFields().size()) {
            throw new RejectedException(RejectReason.UNDECODABLE, "key '" + key + "' must be " + form(topic));
        }
        return parts;
    }

    /**
     * Judges the length of a key.
     *
     * @throws RejectedException undecodable
     */
    static void requireShort(byte[] key) throws RejectedException {
        if (key.length > MAX_KEY_BYTES) {
            throw new RejectedException(
                    RejectReason.UNDECODABLE,
                    "the key has " + key.length + " bytes, at most " + MAX_KEY_BYTES + " are read");
        }
    }

    /**
     * Judges the spelling of a key.
     *
     * @throws RejectedException undecodable
     */
    static void requireOneSpelling(String key) throws RejectedException {
        String only = RecordKey.join(RecordKey.split(key));
        if (!only.equals(key)) {
            throw new RejectedException(RejectReason.UNDECODABLE, "key '" + key + "' must be written '" + only + "'");
        }
    }

    /**
     * The day in which a key ends; {@link #ALWAYS} where that part is empty.
     *
     * @throws RejectedException undecodable
     */
    static LocalDate day(String text, String key) throws RejectedException {
        try {
            LocalDate day = text.isEmpty() ? ALWAYS : LocalDate.parse(text);
            if (text.isEmpty() || (day.getYear() >= 1 && day.getYear() <= 9999)) {
                return day;
            }
            throw new DateTimeException("year " + day.getYear());
        } catch (DateTimeException e) {
            throw new RejectedException(
                    RejectReason.UNDECODABLE, "key '" + key + "' must end in a day such as 2024-01-31");
        }
    }

    private static String form(InputTopic topic) {
        return String.join("/", topic.keyFields());
    }
}
