package dev.hebb.cli.cofiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.cli.Records;
import dev.hebb.cli.support.CliException;
import dev.hebb.schema.CoFiring;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DendriteRecordsTest {
    private final DendriteRecords records = new DendriteRecords("dish");

    @Test
    void passesOverOtherNetworks() {
        // When
        records.accept("other/1", Records.coFiring("other", 1, 0, new TreeMap<>()));

        // Then
        assertThat(records.of(0)).isEmpty();
    }

    @Test
    void saysThatACountIsThereTwice() {
        // Given
        records.accept("dish/1", Records.coFiring("dish", 1, 5, new TreeMap<>()));

        // Then
        assertThatThrownBy(() -> records.accept("dish/1", Records.coFiring("dish", 1, 5, new TreeMap<>())))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("neuron 1 in window 5")
                .hasMessageContaining("twice");
    }

    @Test
    void saysThatTwoConfigurationsDoNotGoTogether() {
        // Given
        records.accept("dish/1", Records.coFiring("dish", 1, 5, new TreeMap<>()));
        CoFiring wider = Records.coFiring("dish", 2, 5, new TreeMap<>());
        wider.setLagBinMicros(2000);

        // Then
        assertThatThrownBy(() -> records.accept("dish/2", wider))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("two configurations");
    }
}
