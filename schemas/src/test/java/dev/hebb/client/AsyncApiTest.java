package dev.hebb.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/asyncapi.yaml says what the code does. */
class AsyncApiTest {
    private static final Path PUBLISHED = Path.of("..", "docs", "asyncapi.yaml");

    @Test
    void thePublishedDocumentIsThatOfTheCode() throws Exception {
        String document = AsyncApi.document();
        if (Boolean.getBoolean("hebb.asyncapi.write")) {
            Files.writeString(PUBLISHED, document);
        }
        assertThat(PUBLISHED)
                .as("run this test with -Dhebb.asyncapi.write=true, which writes it")
                .content()
                .isEqualTo(document);
    }
}
