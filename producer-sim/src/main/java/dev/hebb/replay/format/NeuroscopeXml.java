package dev.hebb.replay.format;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parameters of a session of Neuroscope. The rate of the spikes is {@code samplingRate} of
 * {@code acquisitionSystem}; elements of the same name elsewhere belong to other files.
 */
final class NeuroscopeXml {
    private static final String SYSTEM = "acquisitionSystem";
    private static final String RATE = "samplingRate";
    private static final String ADVICE = "; give --sample-rate, as in --sample-rate 20000";

    private NeuroscopeXml() {}

    /**
     * The rate in Hz.
     *
     * @throws UnreadableRecordingException if there is no such file, or it does not say the rate
     */
    static BigDecimal sampleRate(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new UnreadableRecordingException(
                    file + " is missing, which says the sampling rate of the spikes" + ADVICE);
        }
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            // As text, because the parser writes what it thinks of bytes to standard error.
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(Text.read(file)));
            Deque<String> within = new ArrayDeque<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && isRate(xml.getLocalName(), within)) {
                    return rate(xml.getElementText(), file);
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    within.push(xml.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    within.pop();
                }
            }
        } catch (XMLStreamException e) {
            throw new UnreadableRecordingException(
                    file + " is no XML: " + Text.shown(String.valueOf(e.getMessage())) + ADVICE, e);
        }
        throw new UnreadableRecordingException(file + " has no " + RATE + " in " + SYSTEM + ADVICE);
    }

    private static boolean isRate(String name, Deque<String> within) {
        return name.equals(RATE) && SYSTEM.equals(within.peek());
    }

    private static BigDecimal rate(String text, Path file) throws UnreadableRecordingException {
        try {
            BigDecimal rate = new BigDecimal(text.trim());
            if (rate.signum() > 0) {
                return rate;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableRecordingException(
                    file + ": " + RATE + " is '" + Text.shown(text) + "', which is not a rate" + ADVICE, e);
        }
        throw new UnreadableRecordingException(file + ": " + RATE + " is " + text.trim() + ADVICE);
    }
}
