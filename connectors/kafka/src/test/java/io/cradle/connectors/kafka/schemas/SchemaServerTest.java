package io.cradle.connectors.kafka.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import io.cradle.connectors.kafka.topics.TopicAdmin;
import io.cradle.connectors.kafka.topics.TopicSettings;
import io.cradle.schemas.MeterReading;
import io.cradle.testkit.broker.EmbeddedBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemaServerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static EmbeddedBroker broker;
    private static KafkaAccess access;
    private static SchemaServer server;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start();
        access = KafkaAccess.of(broker.bootstrapServers());
        TopicAdmin.create(access, TopicSettings.defaults());
        server = SchemaServer.start(access, 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        broker.close();
    }

    @Test
    void aReaderFindsTheSchemaOfAnIdThatItMetOnTheWire() throws IOException, InterruptedException {
        JsonNode latest = get("/subjects/meter-readings-value/versions/latest", 200);
        assertEquals("meter-readings-value", latest.path("subject").asText());
        assertEquals(1, latest.path("version").asInt());
        JsonNode byId = get("/schemas/ids/" + latest.path("id").asInt() + "?fetchMaxId=false", 200);
        assertEquals(
                MeterReading.getClassSchema(),
                new Schema.Parser().parse(byId.path("schema").asText()));
        assertEquals(latest, get("/subjects/meter-readings-value/versions/1", 200));
    }

    @Test
    void listsSubjectsAndVersions() throws IOException, InterruptedException {
        JsonNode subjects = get("/subjects", 200);
        assertTrue(subjects.toString().contains("\"emission-factors-value\""), subjects::toString);
        assertEquals(
                "[1]", get("/subjects/emission-factors-value/versions", 200).toString());
        assertEquals("[\"AVRO\"]", get("/schemas/types", 200).toString());
        JsonNode users = get("/schemas/ids/9/versions", 200);
        assertEquals(2, users.size(), users::toString);
    }

    @Test
    void servesWhatIsRegisteredLater() throws IOException, InterruptedException {
        assertEquals(
                40401,
                get("/subjects/later-value/versions", 404).path("error_code").asInt());
        Schema schema = SchemaBuilder.record("Later").fields().endRecord();
        SchemaTopic.register(access, Map.of("later", schema));
        assertEquals("[1]", get("/subjects/later-value/versions", 200).toString());
    }

    @Test
    void errorsCarryTheCodesOfTheRegistryApi() throws IOException, InterruptedException {
        assertEquals(
                40401,
                get("/subjects/nothing/versions/latest", 404).path("error_code").asInt());
        assertEquals(
                40402,
                get("/subjects/meter-readings-value/versions/9", 404)
                        .path("error_code")
                        .asInt());
        assertEquals(
                42202,
                get("/subjects/meter-readings-value/versions/x", 422)
                        .path("error_code")
                        .asInt());
        assertEquals(40403, get("/schemas/ids/4711", 404).path("error_code").asInt());
        assertEquals(404, get("/nothing", 404).path("error_code").asInt());
    }

    @Test
    void saysThatCompatibilityIsFull() throws IOException, InterruptedException {
        assertEquals(
                "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}",
                get("/config", 200).toString());
    }

    @Test
    void doesNotRegister() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/subjects/a-value/versions"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(405, response.statusCode());
        assertTrue(response.body().contains("cradle topics create"), response::body);
    }

    @Test
    void aTakenPortIsNamed() {
        int port = URI.create(server.url()).getPort();
        String message = assertThrows(KafkaDoorException.class, () -> SchemaServer.start(access, port))
                .getMessage();
        assertTrue(message.startsWith("schemas cannot be served on port " + port), message);
    }

    private static JsonNode get(String path, int status) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(status, response.statusCode(), response::body);
        assertEquals(
                "application/vnd.schemaregistry.v1+json",
                response.headers().firstValue("Content-Type").orElse(""));
        return new ObjectMapper().readTree(response.body());
    }
}
