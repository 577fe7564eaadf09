package io.cradle.restlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rest.messages.ErrorResponseBody;
import org.apache.flink.runtime.rest.util.RestMapperUtils;
import org.apache.flink.shaded.netty4.io.netty.channel.embedded.EmbeddedChannel;
import org.apache.flink.util.ConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestLockTest {
    private static final String JOB = "/jobs/0123456789abcdef0123456789abcdef";
    private static final String GET = "GET /jobs HTTP/1.1\nHost: x\n\n";
    private static final String PATCH = "PATCH " + JOB + "?mode=cancel HTTP/1.1\nHost: x\n\n";

    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        connection = new Connection(new Configuration());
    }

    @Test
    void aRefusalIsAnswered403InFlinksWordsAndEndsTheConnection() throws Exception {
        String answer = connection.send(PATCH);
        assertTrue(answer.startsWith("HTTP/1.1 403 Forbidden\r\n"), answer);
        assertTrue(answer.contains("\r\nconnection: close\r\n"), answer);
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertTrue(answer.contains("\r\ncontent-length: " + body.length() + "\r\n"), answer);
        ErrorResponseBody error = RestMapperUtils.getStrictObjectMapper().readValue(body, ErrorResponseBody.class);
        assertEquals(1, error.errors.size());
        assertTrue(error.errors.get(0).contains("cradle.rest.allow"), body);
        assertFalse(connection.isOpen());
        assertEquals(List.of(), connection.readers());
    }

    @Test
    void allowedRequestsPassWithTheirBodies() {
        assertEquals("", connection.send(GET));
        assertEquals("", connection.send(post(JOB + "/stop", "{\"drain\":false}")));
        assertEquals(List.of("GET /jobs ", "POST " + JOB + "/stop {\"drain\":false}"), connection.routed());
        assertTrue(connection.isOpen());
    }

    @Test
    void theBodyOfARefusedRequestIsReadAndForgotten() {
        String head = """
                POST /jars/upload HTTP/1.1
                Host: x
                Transfer-Encoding: chunked
                Content-Type: multipart/form-data; boundary=y

                """;
        assertTrue(connection.send(head).startsWith("HTTP/1.1 403 "));
        assertTrue(connection.isOpen(), "closing now would reset the connection, and the answer might not arrive");
        assertEquals("", connection.send("5\nabcde\n"));
        assertEquals("", connection.send("3\nabc\n"));
        assertTrue(connection.isOpen());
        assertEquals("", connection.send("0\n\n"));
        assertFalse(connection.isOpen());
        assertEquals(List.of(), connection.readers());
    }

    @Test
    void whoAsksFirstIsNotToldToGoOn() {
        String answer = connection.send(
                "POST /jars/upload HTTP/1.1\nHost: x\nContent-Length: 1000000000\nExpect: 100-continue\n\n");
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertFalse(connection.isOpen());
    }

    @Test
    void everyRequestOfAConnectionIsJudged() {
        String answer = connection.send(GET + GET + PATCH + GET);
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertEquals(List.of("GET /jobs ", "GET /jobs "), connection.routed());
        assertFalse(connection.isOpen());
    }

    @Test
    void aRequestInsideTheBodyOfAnotherIsNone() {
        assertEquals("", connection.send(post(JOB + "/checkpoints", PATCH.replace("\n", "\r\n"))));
        assertEquals(1, connection.routed().size());
        assertTrue(connection.send(post("/jobs", GET.replace("\n", "\r\n"))).startsWith("HTTP/1.1 403 "));
        assertEquals(1, connection.routed().size());
        assertFalse(connection.isOpen());
    }

    @Test
    void whatIsNoHttpReachesNothing() {
        connection.send("PATCH\n\n" + PATCH);
        assertTrue(connection.routed().stream().noneMatch(request -> request.contains(JOB)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"drain\":true}",
                "{\"drain\":\"true\"}",
                "{\"drain\":false,\"drain\":true}",
                "{\"other\":1,\"targetDirectory\":\"file:///x\",\"drain\":1}",
            })
    void noJobIsDrained(String body) {
        String answer = connection.send(post(JOB + "/stop", body));
        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(answer.contains("drain false"), answer);
        assertEquals(List.of(), connection.routed());
        assertFalse(connection.isOpen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"drain\":null}", "{\"drain\":false} {\"drain\":true}", "drain", "{\"drain\":"})
    void whatFlinkTakesForNoDrainPasses(String body) {
        assertEquals("", connection.send(post(JOB + "/stop", body)));
        assertEquals(List.of("POST " + JOB + "/stop " + body), connection.routed());
    }

    @Test
    void theConfigurationSaysWhichActsAreAllowed() throws Exception {
        Connection cancelling = new Connection(configured("cancel;dispose-savepoint"));
        assertEquals("", cancelling.send(PATCH));
        assertEquals(1, cancelling.routed().size());
        assertTrue(cancelling.send(post(JOB + "/stop", "{}")).startsWith("HTTP/1.1 403 "));
        Connection reading = new Connection(configured("[]"));
        assertTrue(reading.send(post(JOB + "/savepoints", "{}")).startsWith("HTTP/1.1 403 "));
    }

    @Test
    void anActThatThereIsNotIsNamedAndNothingIsAnswered() {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> new Connection(configured("stop;shut-down")));
        assertEquals(
                "cradle.rest.allow must list some of [stop, savepoint, checkpoint, cancel, dispose-savepoint], or be empty",
                refused.getMessage());
    }

    @Test
    void aLineOfHandlersThatItDoesNotKnowIsClosed() throws Exception {
        EmbeddedChannel channel = new EmbeddedChannel(new RestLockFactory()
                .createHandler(new Configuration(), Map.of())
                .orElseThrow());
        assertFalse(channel.isOpen());
    }

    private static Configuration configured(String acts) {
        Configuration configuration = new Configuration();
        configuration.setString("cradle.rest.allow", acts);
        return configuration;
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: " + body.length()
                + "\n\n" + body;
    }
}
