package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {
    private final Path directory;
    private final LocalState state;

    LocalStateTest(@TempDir Path directory) {
        this.directory = directory;
        state = new LocalState(directory.resolve("state"), "hebb");
    }

    @Test
    void anInstanceKeepsItsName() throws Exception {
        assertThat(state.instance()).isEqualTo(state.instance());
        assertThat(new LocalState(directory.resolve("state"), "other").instance())
                .isNotEqualTo(state.instance());
        assertThat(new LocalState(directory.resolve("elsewhere"), "hebb").instance())
                .isNotEqualTo(state.instance());
    }

    @Test
    void deletesTheStoresAndKeepsTheName() throws Exception {
        // Given
        String name = state.instance();
        Path store = Files.createDirectories(state.directory().resolve("hebb/0_1/rocksdb/framing"));
        Files.createFile(store.resolve("CURRENT"));

        // When
        state.delete();

        // Then
        assertThat(state.directory().resolve("hebb")).doesNotExist();
        assertThat(state.instance()).isEqualTo(name);
    }

    @Test
    void onlyTheOwnerEntersTheDirectories() throws Exception {
        // Given
        Path stores = Files.createDirectories(state.directory().resolve("hebb"));
        for (Path open : List.of(state.directory(), stores)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));
        }

        // When
        state.closeToOthers();

        // Then
        for (Path closed : List.of(state.directory(), stores)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void refusesAFileThatIsNoName() throws Exception {
        // Given
        Files.createDirectories(state.directory());
        Files.writeString(state.directory().resolve("hebb.instance"), "nonsense");

        // Then
        assertThatThrownBy(state::instance)
                .hasMessageContaining("hebb.instance")
                .hasMessageContaining("delete it");
    }
}
