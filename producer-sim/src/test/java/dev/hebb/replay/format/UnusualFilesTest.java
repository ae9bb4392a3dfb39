package dev.hebb.replay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual files of usual forms, which h5py, SciPy, NumPy and SpikeInterface wrote: write_recordings.py. */
class UnusualFilesTest {
    private static final long[] TIMES = {100_000, 500_000, 1_250_000, 1_250_001, 2_000_000, 3_000_000};

    @ParameterizedTest
    @CsvSource({
        "links.nwb, 7, 3",
        "links_outside.nwb, 7, 3",
        "float_ids.nwb, 7, 3",
        "user_block.nwb, 7, 3",
        "no_ids.nwb, 1, 0",
        "text_ids.nwb, 1, 0",
        "nested_v5.mat, 7, 3",
        "units_v73.mat, 7, 3",
        "fields.npy, 7, 3",
        "words.npz, 1, 0",
        "bytes.npz, 1, 0",
        "savetxt_header.txt, 7, 3"
    })
    void readsWithoutOptions(String name, int first, int second) throws IOException {
        Recording spikes = WholeRecording.of(RecordingFiles.open(file(name)));
        assertThat(spikes.timesMicros()).containsExactly(TIMES);
        assertThat(spikes.neurons()).containsExactly(first, second, second, first, second, first);
    }

    @ParameterizedTest
    @CsvSource({
        "cells_of_cells_v5.mat,",
        "structures_v5.mat,",
        "fields_v5.mat, 'neuron=spikes.assigns,time=spikes.spiketimes'"
    })
    void readsSecondsThatTheUserStates(String name, @Nullable String columns) throws IOException {
        Recording spikes = WholeRecording.of(
                open(name, options(Optional.ofNullable(columns).map(ColumnChoice::parse), "s", null)));
        assertThat(spikes.timesMicros()).containsExactly(TIMES);
    }

    @Test
    void aTableOfOneUnitNeedsNoIndex() throws IOException {
        Recording spikes = WholeRecording.of(RecordingFiles.open(file("one_unit.nwb")));
        assertThat(spikes.timesMicros()).containsExactly(500_000, 1_250_000, 2_000_000);
        assertThat(spikes.neurons()).containsExactly(3, 3, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "links_nowhere.nwb, /units/spike_times is a link to nosuch.h5",
        "whole_seconds.nwb, all times are whole seconds; are they samples? Give --unit samples",
        "cells_by_trial_v5.mat, trains (cell array of 2 x 2)",
        "vectors_v4.mat, is a MATLAB file of version 4",
        "two_columns.npy.gz, is gzipped and what is in it is not text",
        "spikeinterface_segments_numpy_folder, 2 segments",
        "spikeinterface_segments_npz_folder, 2 segments"
    })
    void refusesAndSaysWhatToDo(String name, String message) {
        assertThatThrownBy(() -> RecordingFiles.open(file(name)))
                .isInstanceOf(UnreadableRecordingException.class)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).replace(",", ""))
                        .contains(message.replace(",", "")));
    }

    @Test
    void readsTheSegmentThatTheUserChooses() throws IOException {
        for (String form : new String[] {"numpy_folder", "npz_folder"}) {
            String name = "spikeinterface_segments_" + form;
            assertThat(open(name, options(Optional.empty(), null, "0")).extent().spikes())
                    .as(form)
                    .isEqualTo(form.equals("numpy_folder") ? 3 : 6);
            assertThatThrownBy(() -> open(name, options(Optional.empty(), null, "2")))
                    .hasMessageContaining("choose one with --variable 0 to --variable 1");
        }
        RecordingFile second = open("spikeinterface_segments_npz_folder", options(Optional.empty(), null, "1"));
        assertThat(WholeRecording.of(second).timesMicros()).containsExactly(100_000, 500_000);
    }

    @Test
    void takesLabelsAmongThePropertiesOfSpikeInterface() throws IOException {
        RecordingFile good = open("spikeinterface_segments_numpy_folder", options(Optional.empty(), null, "0"));
        assertThat(WholeRecording.of(good).neurons()).containsExactly(3, 3, 3);
        assertThat(good.notes())
                .containsExactly(
                        "labels are those of the property quality",
                        "1 of 2 labelled clusters are good; 3 spikes of the others are left out");
    }

    @Test
    void warnsOfTimesThatLostMicroseconds() throws IOException {
        assertThat(RecordingFiles.open(file("single_precision.nwb")).notes())
                .containsExactly("warning: the times were saved with 32 bits, and are exact to 61 µs only; save them"
                        + " with 64");
        assertThat(RecordingFiles.open(file("links.nwb")).notes()).isEmpty();
    }

    @Test
    void warnsOfSecondsThatMayBeMilliseconds() throws IOException {
        assertThat(RecordingFiles.open(file("slow.nwb")).notes())
                .containsExactly("warning: taken as seconds, a neuron has 4 spikes an hour; are they milliseconds? Then"
                        + " give --unit ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"neuron,neuron,time_us\n1,2,5\n", "neuron,time_us,t_us\n1,2,5\n"})
    void asksWhichOfTwoColumnsOfOneName(String text, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("twice.csv"), text);
        assertThatThrownBy(() -> RecordingFiles.open(file)).hasMessageContaining("more than one column could hold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unitId,spikeTimeSeconds",
                "Unit ID,Time (seconds)",
                "clusterId,time_second",
                "# unit_id,time_s",
                "% units,times_s"
            })
    void understandsNamesHoweverTheyAreWritten(String header, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), header + "\n4,0.5\n5,1.5\n");
        Recording spikes = WholeRecording.of(file);
        assertThat(spikes.timesMicros()).containsExactly(500_000, 1_500_000);
        assertThat(spikes.neurons()).containsExactly(4, 5);
    }

    private static ReadOptions options(
            Optional<ColumnChoice> columns, @Nullable String unit, @Nullable String variable) {
        return new ReadOptions(
                columns,
                Optional.ofNullable(unit).map(UnitOfTime::parse),
                Optional.<BigDecimal>empty(),
                Optional.ofNullable(variable),
                Optional.empty());
    }

    private static RecordingFile open(String name, ReadOptions options) throws IOException {
        return RecordingFiles.open(file(name), options, new UnitNames());
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/recordings", name);
    }

    @Test
    void arraysWithoutAFormNameTheNearestOneAndHowToConvert() {
        assertThatThrownBy(() -> RecordingFiles.open(file("plain.h5")))
                .hasMessageContaining("but [spike_clusters, spike_times]; the nearest form is a NumPy archive")
                .hasMessageContaining("{n: f[n] for n in ['spike_times', 'spike_clusters']}")
                .hasMessageContaining("--columns neuron=spike_clusters,time=spike_times");
        assertThatThrownBy(() -> RecordingFiles.open(file("trains.h5")))
                .hasMessageContaining("one dataset of times for each unit is not read")
                .hasMessageContaining("h5py.File('trains.h5'); numpy.savez(");
        assertThatThrownBy(() -> RecordingFiles.open(file("trains.npz")))
                .hasMessageContaining("one array of times for each unit is not read")
                .hasMessageContaining("numpy.load('trains.npz'); numpy.savez(");
    }
}
