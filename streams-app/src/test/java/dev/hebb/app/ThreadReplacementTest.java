package dev.hebb.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hebb.row.UnreadableRowException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    @Test
    void aThreadThatMeetsARowOfANewerBuildIsNotReplaced() {
        // Given
        ThreadReplacement threads = new ThreadReplacement();

        // When
        StreamThreadExceptionResponse response = threads.handle(
                new StreamsException("in a processor", new UnreadableRowException("a dendrite's row", 9, 3)));

        // Then
        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(threads.fault())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("version 9").contains("Run the build that wrote it"));
    }
}
