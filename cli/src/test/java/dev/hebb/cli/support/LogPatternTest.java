package dev.hebb.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.status.Status;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a message can control the terminal that shows a log. */
class LogPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"logback.xml", "dev/hebb/stack/logback-service.xml", "dev/hebb/stack/logback-container.xml"})
    void escapesControlCharacters(String configuration, @TempDir Path folder) throws Exception {
        // Given
        LoggerContext context = new LoggerContext();
        context.putProperty("hebb.log.file", folder.resolve("log").toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL file = LogPatternTest.class.getClassLoader().getResource(configuration);
        configurator.doConfigure(file);

        // When
        OutputStreamAppender<ILoggingEvent> appender = (OutputStreamAppender<ILoggingEvent>)
                context.getLogger("ROOT").iteratorForAppenders().next();
        LoggingEvent event = new LoggingEvent(
                "",
                context.getLogger("dev.hebb.Any"),
                Level.WARN,
                "area \u001b[2J, \u009b2J, \u0085, \u2028, \u202e of dish µ",
                new IllegalStateException("record \u001b[2J, \u009b2J"),
                null);
        String line = new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);

        // Then
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .allMatch(status -> status.getEffectiveLevel() < Status.WARN);
        assertThat(line)
                .contains("area ?[2J, ?2J, ?, ?, ? of dish µ", "IllegalStateException: record ?[2J, ?2J", "\tat ")
                .doesNotContain("\u001b", "\u009b", "\u0085", "\u2028", "\u202e");
        context.stop();
    }
}
