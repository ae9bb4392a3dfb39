package dev.hebb.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class TaskProcessorTest {
    private static final Record<String, String> RECORD = new Record<>("key", "value", 0);

    private final List<String> calls = new ArrayList<>();
    private final TaskProcessor<String, String, String, String> processor = new TaskProcessor<>() {
        private int opened;

        @Override
        RecordHandler<String, String> open(ProcessorContext<String, String> context) {
            int number = ++opened;
            return new RecordHandler<>() {
                @Override
                public void handle(Record<String, String> record) {
                    calls.add(record.value() + " " + number);
                }

                @Override
                public void close() {
                    calls.add("closed " + number);
                }
            };
        }
    };

    @Test
    void hasAHandlerOfItsOwnForEveryTask() {
        // When
        processor.init(new MockProcessorContext<>());
        processor.process(RECORD);
        processor.close();
        processor.init(new MockProcessorContext<>());
        processor.process(RECORD);
        processor.close();
        processor.close();

        // Then
        assertThat(calls).containsExactly("value 1", "closed 1", "value 2", "closed 2");
    }

    @Test
    void refusesRecordsWhileNoTaskIsOpen() {
        // Given
        assertThatThrownBy(() -> processor.process(RECORD)).hasMessage("the task is not open");
        processor.init(new MockProcessorContext<>());
        processor.close();

        // Then
        assertThatThrownBy(() -> processor.process(RECORD)).hasMessage("the task is not open");
    }
}
