package dev.hebb.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.api.ApiServer;
import dev.hebb.api.InMemoryControl;
import dev.hebb.api.InMemoryShards;
import dev.hebb.api.view.NotReadyException;
import dev.hebb.api.view.RemoteShardView;
import dev.hebb.config.HttpConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real requests by TLS to servers that ask for the certificates of their clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCertificatesTest {
    private static final String COMMAND = "c-token-0123456789abcdef";
    private static final String CALM = "{\"command\":\"calm\",\"from\":900000000000,\"by\":\"the protocol\"}";
    private static final String INTERNAL = "/internal/tasks/0/networks";
    private static final int MANY = 40;

    private final InMemoryControl control = new InMemoryControl();
    private final InMemoryShards shards = new InMemoryShards(2).network("dish", 0, 1, 2);
    private final List<ApiServer> servers = new ArrayList<>();
    private Path folder;
    private TestAuthority authority;
    private TestAuthority stranger;
    private Path server;
    private Path reader;
    private Path commander;
    private Path forged;
    private Path tokens;
    private int port;

    @BeforeAll
    void makeCertificates(@TempDir Path temporary) throws Exception {
        folder = temporary;
        authority = new TestAuthority(folder.resolve("lab"), "lab");
        stranger = new TestAuthority(folder.resolve("stranger"), "lab");
        server = authority.signed("server.p12", "CN=rig");
        reader = authority.signed("reader.p12", "CN=Bob Ray, OU=anna, O=lab");
        commander = authority.signed("commander.p12", "CN=anna, O=lab");
        forged = stranger.signed("commander.p12", "CN=anna, O=lab");
        tokens = Files.writeString(folder.resolve("tokens"), "commander carla " + COMMAND + "\n");
        port = start(access(server)).port();
    }

    @AfterAll
    void stop() {
        servers.forEach(ApiServer::close);
    }

    /** Settings of an instance that trusts the authority's clients. */
    private HttpConfigBuilder trusting(Path keystore) throws Exception {
        return new HttpConfigBuilder()
                .keystore(keystore, authority.passwordFile())
                .truststore(authority.truststore("PKCS12"))
                .truststorePassword(authority.passwordFile())
                .commanders("carla, anna");
    }

    private Access access(Path keystore) throws Exception {
        return Access.of(trusting(keystore).build());
    }

    private ApiServer start(Access access) {
        ApiServer started = ApiServer.start("127.0.0.1", 0, access, shards.parts(control), null);
        servers.add(started);
        return started;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1/config", "/v1/networks", "/metrics", "/openapi.json", INTERNAL, "/page", "/login/"})
    void answersNothingButProbesWithoutACertificate(String path) throws Exception {
        HttpClient http = authority.client(null);
        for (String accepts : List.of("application/json", "text/html")) {
            HttpResponse<String> answer = get(http, port, path, "Accept", accepts);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("hebb.http.truststore-file");
        }
        assertThat(get(http, port, path, "Authorization", "Bearer " + COMMAND).statusCode())
                .isEqualTo(401);
        assertThat(get(http, port, "/health").statusCode()).isEqualTo(200);
        assertThat(get(http, port, "/ready").statusCode()).isEqualTo(200);
        assertThat(get(authority.client(reader), port, path).statusCode()).isNotEqualTo(401);
    }

    /** The authority has the same name, so that a client shows the certificate that it signed. */
    @Test
    void closesTheConnectionOfACertificateByAnotherAuthority() throws Exception {
        HttpClient http = authority.client(forged);
        assertThatThrownBy(() -> get(http, port, "/v1/networks")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(http, port, "/health")).isInstanceOf(IOException.class);
        int before = control.sent();
        assertThatThrownBy(() -> command(http, port)).isInstanceOf(IOException.class);
        assertThat(control.sent()).isEqualTo(before);
    }

    @Test
    void onlyACommandersCertificateCommandsAndTheAuditHasItsName() throws Exception {
        // Given
        int before = control.sent();
        assertThat(get(authority.client(reader), port, "/v1/networks").statusCode())
                .isEqualTo(200);

        // When
        HttpResponse<String> ofReader = command(authority.client(reader), port);
        HttpResponse<String> ofNone = command(authority.client(null), port);
        int sentBefore = control.sent();
        HttpResponse<String> ofCommander = command(authority.client(commander), port);

        // Then
        assertThat(ofReader.statusCode()).isEqualTo(403);
        assertThat(ofReader.body()).contains("'Bob Ray' is a reader", "hebb.http.commanders");
        assertThat(ofNone.statusCode()).isEqualTo(401);
        assertThat(sentBefore).isEqualTo(before);
        assertThat(ofCommander.statusCode()).as(ofCommander.body()).isEqualTo(202);
        assertThat(control.last().timed().sentBy()).isEqualTo("anna, for the protocol");
    }

    @Test
    void aTokenThatIsShownCountsAndNotTheCertificate() throws Exception {
        int both = start(Access.of(trusting(server).tokens(tokens).build())).port();
        HttpClient http = authority.client(reader);
        assertThat(command(http, both).statusCode()).isEqualTo(403);
        assertThat(command(http, both, "Authorization", "Bearer wrong-token-0123456789")
                        .statusCode())
                .isEqualTo(401);
        assertThat(command(authority.client(null), both, "Authorization", "Bearer " + COMMAND)
                        .statusCode())
                .isEqualTo(202);
        assertThat(command(http, both, "Authorization", "Bearer " + COMMAND).statusCode())
                .isEqualTo(202);
        assertThat(control.last().timed().sentBy()).isEqualTo("carla, for the protocol");
        HttpResponse<String> page = get(authority.client(null), both, "/", "Accept", "text/html");
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    /** Each has its own certificate by the authority; or they share one that only they know. */
    @Test
    void instancesShowEachOtherTheirCertificates() throws Exception {
        Access one = access(server);
        Access other = access(authority.signed("other.p12", "CN=other"));
        Access apart = access(stranger.signed("apart.p12", "CN=apart"));
        for (Access[] pair : new Access[][] {{one, other}, {other, one}, {apart, apart}}) {
            URI base = pair[0].peers().base("127.0.0.1", start(pair[1]).port());
            assertThat(new RemoteShardView(pair[0].peers(), ApiServer.json(), base, 0, 0).networks())
                    .isNotEmpty();
        }
        URI base = one.peers().base("127.0.0.1", port);
        assertThatThrownBy(() -> new RemoteShardView(apart.peers(), ApiServer.json(), base, 0, 0).networks())
                .isInstanceOf(NotReadyException.class);
    }

    @Test
    void questionsOfInstancesAreNotLimited() throws Exception {
        int limited =
                start(Access.of(trusting(server).requestsPerSecond(5).build())).port();
        List<Integer> ofInstance = answers(authority.client(server), limited);
        assertThat(ofInstance).containsOnly(200);
        assertThat(answers(authority.client(null), limited)).contains(429).doesNotContain(200);
    }

    private static List<Integer> answers(HttpClient http, int port) throws Exception {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(get(http, port, INTERNAL).statusCode());
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=anna, O=lab            | COMMANDER",
                "O=lab, CN=anna            | COMMANDER",
                "CN=Anna, O=lab            | READER",
                "CN=\"anna, carla\", O=lab | READER",
                "CN=anna, CN=mallory       | ",
                "OU=anna, O=lab            | "
            })
    void aCertificateIsOfItsOnlyCommonName(String subject, Caller.@Nullable Role role) throws Exception {
        Path file = authority.signed("of-" + Integer.toHexString(subject.hashCode()), subject);
        X509Certificate certificate = (X509Certificate) TestAuthority.open(file).getCertificate("client");
        assertThat(ClientCertificates.of("carla, anna,").caller(certificate).map(Caller::role))
                .isEqualTo(Optional.ofNullable(role));
    }

    @Test
    void takesATruststoreOfTheTypeJks() throws Exception {
        Access jks = access(server, authority.truststore("JKS"), authority.passwordFile());
        assertThat(get(authority.client(reader), start(jks).port(), "/v1/networks")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesATruststoreThatCannotBeUsed() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        Path trusted = authority.truststore("PKCS12");
        Path password = authority.passwordFile();
        Path none = folder.resolve("none");
        Path hollow = TestAuthority.write(empty, folder.resolve("hollow.p12"));
        for (Path file : List.of(none, tokens, hollow)) {
            assertThatThrownBy(() -> access(server, file, password))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("hebb.http.truststore-file is " + file)
                    .hasMessageNotContaining(TestAuthority.PASSWORD);
        }
        assertThatThrownBy(() -> access(server, trusted, tokens))
                .hasMessageContaining("hebb.http.truststore-file is " + trusted)
                .hasMessageNotContaining(COMMAND);
        assertThatThrownBy(() -> access(server, trusted, none))
                .hasMessageContaining("hebb.http.truststore-password-file is '" + none);
        assertThatThrownBy(() -> access(trusted, trusted, password))
                .hasMessageContaining("hebb.http.keystore-file is " + trusted + ", which has no key");
    }

    private Access access(Path keystore, Path truststore, Path password) throws Exception {
        return Access.of(trusting(keystore)
                .truststore(truststore)
                .truststorePassword(password)
                .build());
    }

    @Test
    void namesASettingThatNeedsAnother() {
        Path password = Path.of("password");
        Path trusted = Path.of("trusted");
        assertThatThrownBy(() -> anywhere()
                        .tokens(Path.of("tokens"))
                        .truststore(trusted)
                        .truststorePassword(password)
                        .build())
                .hasMessageContaining("hebb.http.truststore-file is trusted")
                .hasMessageContaining("hebb.http.keystore-file");
        assertThatThrownBy(
                        () -> withTokensAndKeys().truststorePassword(password).build())
                .hasMessageContaining("hebb.http.truststore-password-file is password");
        assertThatThrownBy(() -> withTokensAndKeys().commanders("anna").build())
                .hasMessageContaining("hebb.http.commanders is anna")
                .hasMessageContaining("hebb.http.truststore-file");
        assertThat(anywhere()
                        .keystore(Path.of("keys"), password)
                        .truststore(trusted)
                        .truststorePassword(password)
                        .build()
                        .host())
                .isEqualTo("::");
    }

    private static HttpConfigBuilder anywhere() {
        return new HttpConfigBuilder().host("::");
    }

    private static HttpConfigBuilder withTokensAndKeys() {
        return anywhere().tokens(Path.of("tokens")).keystore(Path.of("keys"), Path.of("password"));
    }

    private static HttpResponse<String> command(HttpClient http, int port, String... headers) throws Exception {
        return send(
                http,
                request(port, "/v1/networks/dish/control")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(CALM)),
                headers);
    }

    private static HttpResponse<String> get(HttpClient http, int port, String path, String... headers)
            throws Exception {
        return send(http, request(port, path), headers);
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request, String... headers)
            throws Exception {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
