package dev.hebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hebb.cli.support.ConnectionOptions;
import dev.hebb.config.ConfigReader;
import dev.hebb.config.HebbConfig;
import dev.hebb.config.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * The manifests in {@code deploy/kubernetes} name settings, paths, ports and files that exist, and each other.
 * {@link KubernetesSchemasTest} holds them to Kubernetes' schemas.
 */
class KubernetesTest {
    private static final Path FOLDER = Path.of("..", "deploy", "kubernetes");
    private static final HebbConfig DEFAULTS = ConfigReader.read(Settings.defaults());
    /** What the app takes to close its stores at most. */
    private static final int CLOSE_WITHIN_SECONDS = 25;

    private static final List<JsonNode> MANIFESTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    new Yaml().loadAll(reader).forEach(each -> MANIFESTS.add(new ObjectMapper().valueToTree(each)));
                }
            }
        }
    }

    @Test
    void variablesAreOptionsOrSettings() {
        // Given
        Set<String> settings = DEFAULTS.effective().keySet().stream()
                .map(KubernetesTest::variable)
                .collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        container().path("env").forEach(entry -> named.add(entry.path("name").asText()));
        one("ConfigMap").path("data").fieldNames().forEachRemaining(named::add);
        named.removeIf(name -> !name.startsWith("HEBB_"));

        // Then
        assertThat(named).contains("HEBB_BOOTSTRAP_SERVERS", "HEBB_HTTP_TOKEN_FILE", "HEBB_STREAMS_STANDBYS");
        assertThat(named).allMatch(name -> ConnectionOptions.VARIABLES.contains(name) || settings.contains(name));
    }

    @Test
    void theConfigurationCanBeRead() {
        // Given
        Set<String> options = ConnectionOptions.VARIABLES;
        Map<String, String> environment = new HashMap<>();
        one("ConfigMap")
                .path("data")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        container()
                .path("env")
                .forEach(entry -> environment.put(
                        entry.path("name").asText(), entry.path("value").asText()));
        environment.keySet().removeAll(options);

        // When
        HebbConfig config = ConfigReader.read(Settings.of(Map.of(), environment, Map.of()));

        // Then: instances reach each other by the name that the headless service gives them
        assertThat(config.streams().standbys()).isEqualTo(1);
        assertThat(config.http().advertised())
                .isEqualTo("$(POD_NAME)." + statefulSet().path("serviceName").asText() + ":"
                        + DEFAULTS.http().port());
        assertThat(all("Service").map(KubernetesTest::name))
                .contains(statefulSet().path("serviceName").asText());
    }

    @Test
    void portsAreTheApps() {
        int port = DEFAULTS.http().port();
        assertThat(container().path("ports").findValues("containerPort"))
                .extracting(JsonNode::asInt)
                .containsExactly(port);
        assertThat(all("Service").flatMap(service -> service.findValues("port").stream()))
                .extracting(JsonNode::asInt)
                .containsOnly(port);
        assertThat(one("NetworkPolicy").path("spec").path("ingress").findValues("port"))
                .extracting(JsonNode::asInt)
                .containsOnly(port);
    }

    /** Every address that the app is given is let through. */
    @Test
    void thePolicyLetsTheAppReachKafkaAndTheRegistry() {
        JsonNode config = one("ConfigMap").path("data");
        List<String> addresses = List.of(
                config.path("HEBB_BOOTSTRAP_SERVERS").asText(),
                config.path("HEBB_SCHEMA_REGISTRY").asText());
        List<String> open = one("NetworkPolicy").path("spec").path("egress").findValues("port").stream()
                .map(JsonNode::asText)
                .toList();
        assertThat(addresses).allMatch(address -> open.contains(address.substring(address.lastIndexOf(':') + 1)));
    }

    @Test
    void probesAskPathsThatAreThere() throws IOException {
        try (InputStream document =
                Objects.requireNonNull(ConfigReader.class.getResourceAsStream("/dev/hebb/api/openapi.json"))) {
            JsonNode paths = new ObjectMapper().readTree(document).path("paths");
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                JsonNode get = container().path(probe).path("httpGet");
                assertThat(paths.has(get.path("path").asText())).as(probe).isTrue();
                assertThat(get.path("port").asText())
                        .as(probe)
                        .isEqualTo(
                                container().path("ports").path(0).path("name").asText());
            }
        }
    }

    @Test
    void startsTheProgramThatThereIs() {
        List<String> words = StreamSupport.stream(container().path("command").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        assertThat(words).contains(Main.class.getName());
        assertThat(Main.commandLine().getSubcommands()).containsKey(words.get(words.size() - 1));
        String logging = words.stream()
                .filter(word -> word.startsWith("-Dlogback.configurationFile="))
                .map(word -> word.substring(word.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
        assertThat(Main.class.getClassLoader().getResource(logging)).isNotNull();
    }

    @Test
    void filesComeFromTheSecretAndTheStateFromAVolumeOfItsOwn() {
        // Given
        JsonNode pod = statefulSet().path("template").path("spec");
        Set<String> volumes = new TreeSet<>();
        pod.path("volumes").forEach(volume -> volumes.add(field(volume, "name")));
        statefulSet().path("volumeClaimTemplates").forEach(claim -> volumes.add(name(claim)));

        // Then
        Set<String> mounted = new TreeSet<>();
        container().path("volumeMounts").forEach(mount -> mounted.add(field(mount, "name")));
        assertThat(mounted).isEqualTo(volumes);
        assertThat(mountOf("state")).isEqualTo(variableValue("HEBB_DATA_DIR"));
        Set<String> files = new TreeSet<>();
        one("Secret").path("stringData").fieldNames().forEachRemaining(files::add);
        for (String variable : List.of("HEBB_HTTP_TOKEN_FILE", "HEBB_PROPERTIES")) {
            Path file = Path.of(variableValue(variable));
            assertThat(String.valueOf(file.getParent())).isEqualTo(mountOf("secrets"));
            assertThat(files).contains(String.valueOf(file.getFileName()));
        }
    }

    @Test
    void runsWithoutPrivilegesAndEndsInTime() {
        JsonNode pod = statefulSet().path("template").path("spec");
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(CLOSE_WITHIN_SECONDS);
        assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode rights = container().path("securityContext");
        assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(rights.path("capabilities").path("drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(container().path("resources").path("limits").has("memory")).isTrue();
    }

    @Test
    void selectorsFindThePods() {
        JsonNode labels = statefulSet().path("template").path("metadata").path("labels");
        List<JsonNode> selectors = new ArrayList<>();
        selectors.add(statefulSet().path("selector").path("matchLabels"));
        selectors.add(one("PodDisruptionBudget").path("spec").path("selector").path("matchLabels"));
        selectors.add(one("NetworkPolicy").path("spec").path("podSelector").path("matchLabels"));
        all("Service").forEach(service -> selectors.add(service.path("spec").path("selector")));
        assertThat(selectors).allMatch(labels::equals);
    }

    @Test
    void everyFileIsListedExceptTheExampleOfASecret() throws IOException {
        Set<String> listed = new TreeSet<>(Set.of("kustomization.yaml", "secret.example.yaml"));
        one("Kustomization").path("resources").forEach(file -> listed.add(file.asText()));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    private static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Stream<JsonNode> all(String kind) {
        return MANIFESTS.stream().filter(each -> each.path("kind").asText().equals(kind));
    }

    private static JsonNode one(String kind) {
        return all(kind).findFirst().orElseThrow();
    }

    private static JsonNode statefulSet() {
        return one("StatefulSet").path("spec");
    }

    private static JsonNode container() {
        return statefulSet().path("template").path("spec").path("containers").path(0);
    }

    private static String variableValue(String name) {
        for (JsonNode entry : container().path("env")) {
            if (field(entry, "name").equals(name)) {
                return entry.path("value").asText();
            }
        }
        return "";
    }

    private static String mountOf(String volume) {
        for (JsonNode mount : container().path("volumeMounts")) {
            if (field(mount, "name").equals(volume)) {
                return mount.path("mountPath").asText();
            }
        }
        return "";
    }

    private static String name(JsonNode manifest) {
        return field(manifest.path("metadata"), "name");
    }

    private static String field(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
