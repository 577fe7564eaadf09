package io.cradle.connectors.kafka.schemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cradle.connectors.kafka.KafkaAccess;
import io.cradle.connectors.kafka.KafkaDoorException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Serves the registered schemas over HTTP, on loopback, in the words of the schema registry API: tools that want a
 * registry's address read Cradle's topics with it. It only reads; requests are answered one at a time.
 */
public final class SchemaServer implements AutoCloseable {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final SchemaLog log;

    private SchemaServer(HttpServer server, SchemaLog log) {
        this.server = server;
        this.log = log;
    }

    /**
     * Starts to serve.
     *
     * @param port where to listen; 0 = a free port
     * @throws KafkaDoorException if the topic of schemas cannot be read, or the port is taken
     */
    public static SchemaServer start(KafkaAccess access, int port) {
        SchemaLog log = SchemaLog.open(access);
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
            SchemaServer server = new SchemaServer(http, log);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException e) {
            log.close();
            throw new KafkaDoorException(
                    "schemas cannot be served on port " + port + " (" + e.getMessage() + "): choose a free port", e);
        }
    }

    /** The address to give to tools, such as {@code http://127.0.0.1:8081}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        synchronized (log) {
            log.close();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            SchemaAnswers.Answer answer = answer(exchange);
            byte[] body = json.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private SchemaAnswers.Answer answer(HttpExchange exchange) {
        synchronized (log) {
            try {
                log.refresh();
                return SchemaAnswers.to(
                        exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), log.entries());
            } catch (KafkaDoorException e) {
                return SchemaAnswers.unavailable(e.getMessage());
            } catch (IllegalArgumentException e) {
                return SchemaAnswers.badRequest("the path is not readable: " + e.getMessage());
            }
        }
    }
}
