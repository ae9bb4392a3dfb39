package dev.hebb.experiment.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * Description of an experiment, which a report gives before its results.
 *
 * @param name on the command line
 * @param question what is done and asked, in a few sentences
 * @param departures where the model departs from biology
 * @param settings those that differ from the defaults, by name
 */
public record Description(String name, String question, String departures, Map<String, String> settings) {
    public Description {
        settings = new TreeMap<>(settings);
    }
}
