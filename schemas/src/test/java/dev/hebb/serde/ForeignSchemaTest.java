package dev.hebb.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hebb.client.Connection;
import dev.hebb.framing.RejectReason;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry's real client, and answers of a registry that other programs use too. */
class ForeignSchemaTest {
    private static final int AVRO = 11;
    private static final int NOWHERE = 12;

    private static final Map<Integer, String> SCHEMAS = Map.of(
            7,
            "{\"schemaType\": \"JSON\", \"schema\": \"{\\\"type\\\": \\\"object\\\"}\"}",
            8,
            "{\"schemaType\": \"PROTOBUF\", \"schema\": \"syntax = \\\"proto3\\\"; message Spike {}\"}",
            9,
            "{\"schema\": \"{\\\"type\\\": \\\"record\\\", \\\"name\\\": \\\"1 spike\\\", \\\"fields\\\": []}\"}",
            AVRO,
            "{\"schema\": \"\\\"string\\\"\"}");

    private HttpServer server;
    private SchemaRegistryClient registry;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/schemas/ids/", ForeignSchemaTest::answer);
        server.start();
        registry = Connection.to(
                        "127.0.0.1:1", "http://127.0.0.1:" + server.getAddress().getPort())
                .registry();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String schema =
                SCHEMAS.get(Integer.valueOf(exchange.getRequestURI().getPath().substring("/schemas/ids/".length())));
        byte[] body = (schema == null ? "{\"error_code\": 40403, \"message\": \"Schema not found\"}" : schema)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(schema == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9})
    void isRefusedAndNotWaitedFor(int id) {
        // Given
        SchemaLookup lookup = new SchemaLookup(registry);

        // Then
        try (SchemaGate gate = new SchemaGate(registry)) {
            assertThat(gate.isSettled(id)).isTrue();
        }
        assertRefused(lookup, id, RejectReason.WRONG_SCHEMA);

        // When the registry is away, the answer is remembered for a while
        server.stop(0);
        assertRefused(lookup, id, RejectReason.WRONG_SCHEMA);
    }

    @Test
    void othersAreReadOrUnknown() throws MalformedValueException {
        SchemaLookup lookup = new SchemaLookup(registry);
        assertThat(lookup.byId(AVRO)).isEqualTo(Schema.create(Schema.Type.STRING));
        assertRefused(lookup, NOWHERE, RejectReason.UNKNOWN_SCHEMA);
    }

    @Test
    void aRegistryThatIsAwaySaysNothing() {
        // Given
        server.stop(0);

        // Then
        try (SchemaGate gate = new SchemaGate(registry)) {
            assertThat(gate.isSettled(AVRO)).isFalse();
        }
        assertThatThrownBy(() -> new SchemaLookup(registry).byId(AVRO)).isInstanceOf(UncheckedIOException.class);
    }

    private static void assertRefused(SchemaLookup lookup, int id, RejectReason reason) {
        assertThatThrownBy(() -> lookup.byId(id))
                .isInstanceOfSatisfying(MalformedValueException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason))
                .hasMessageContaining("id " + id);
    }
}
