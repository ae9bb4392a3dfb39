package dev.hebb.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}. */
final class ComposeFile {
    private static final Path FILE = Path.of("..", "docker-compose.yml");

    private ComposeFile() {}

    /** Reads the services, with anchors and merge keys resolved. */
    static JsonNode services() throws IOException {
        Map<?, ?> file;
        try (var reader = Files.newBufferedReader(FILE)) {
            file = new Yaml().load(reader);
        }
        return new ObjectMapper().valueToTree(file).path("services");
    }
}
