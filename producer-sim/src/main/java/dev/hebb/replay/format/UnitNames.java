package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Numbers of neurons that files name by words, or by numbers beyond 31 bits: 0, 1, 2 … in the order in which the names
 * were first asked for. The same name has the same number in all files that are opened with the same names.
 * Thread-safe.
 */
public final class UnitNames {
    private static final List<String> HEADER = List.of("neuron", "name");

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> used = new LinkedHashMap<>();
    private String rule = "";
    private int next;

    /**
     * The names in a file that {@link #write} wrote; none if there is no such file.
     *
     * @throws UnreadableRecordingException if the file is not of this form, or gives a name or a number twice
     */
    public static UnitNames read(Path file) throws IOException {
        UnitNames names = new UnitNames();
        if (Files.notExists(file)) {
            return names;
        }
        try (CSVParser rows = CSVParser.parse(Text.read(file), CSVFormat.DEFAULT)) {
            List<CSVRecord> records = rows.getRecords();
            if (records.isEmpty() || !records.get(0).stream().toList().equals(HEADER)) {
                throw new UnreadableRecordingException(
                        file + " is not a file of names: its first line must be neuron,name");
            }
            for (CSVRecord record : records.subList(1, records.size())) {
                names.put(record, file);
            }
        } catch (UncheckedIOException e) {
            throw new UnreadableRecordingException(file + ": " + e.getMessage(), e);
        }
        return names;
    }

    private void put(CSVRecord record, Path file) throws UnreadableRecordingException {
        String number = record.get(0);
        boolean valid = record.size() == 2 && number.matches("\\d{1,9}");
        if (!valid || numbers.containsValue(Integer.parseInt(number)) || numbers.containsKey(record.get(1))) {
            throw new UnreadableRecordingException(file + ", record " + record.getRecordNumber()
                    + ": expected a number and a name that no other line has, found "
                    + Text.shown(record.toList().toString()));
        }
        numbers.put(record.get(1), Integer.parseInt(number));
        next = Math.max(next, Integer.parseInt(number) + 1);
    }

    /** Writes all names, with their numbers, as CSV with the columns neuron and name. */
    public synchronized void write(Path file) throws IOException {
        try (CSVPrinter out = new CSVPrinter(
                Files.newBufferedWriter(file),
                CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            out.printRecord(HEADER);
            for (Map.Entry<String, Integer> name : numbers.entrySet()) {
                out.printRecord(name.getValue(), name.getKey());
            }
        }
    }

    /**
     * Adds numbers that names have already.
     *
     * @param above names that come are numbered from here on, or from a larger number
     * @throws IllegalArgumentException if a name has another number here, or a number another name
     */
    public synchronized void keep(Map<String, Integer> known, int above) {
        Map<Integer, String> names = new HashMap<>();
        numbers.forEach((name, number) -> names.put(number, name));
        known.forEach((name, number) -> {
            boolean fits = numbers.getOrDefault(name, number).equals(number)
                    && names.getOrDefault(number, name).equals(name);
            if (!fits) {
                throw new IllegalArgumentException("neuron '" + Text.shown(name) + "' has the number " + number
                        + " in this network, but not in the file of --names; leave --names out, or name the file that"
                        + " this network was sent with");
            }
            numbers.put(name, number);
        });
        next = Math.max(next, above);
    }

    /** The number of a name. */
    synchronized int number(String name) {
        Integer known = used.get(name);
        if (known == null) {
            known = numbers.computeIfAbsent(name, first -> next++);
            used.put(name, known);
        }
        return known;
    }

    /** The names that files were asked about, with their numbers. */
    public synchronized List<KnownNeuron> neurons() {
        return used.entrySet().stream()
                .map(name -> KnownNeuron.numbered(name.getValue(), name.getKey()))
                .toList();
    }

    /** How many names files were asked about. */
    public synchronized int size() {
        return used.size();
    }

    /**
     * The neurons of ids: the ids themselves, or if one is above 2^31-1 the numbers of all.
     *
     * @param notes receives a note if they are numbered
     * @throws UnreadableRecordingException if one is negative
     */
    int[] neurons(long[] ids, String where, List<String> notes) throws UnreadableRecordingException {
        boolean large = false;
        for (long id : ids) {
            large |= id > Integer.MAX_VALUE;
        }
        if (!large) {
            return Numbers.toNeurons(ids, where);
        }
        int[] neurons = new int[ids.length];
        for (int k = 0; k < ids.length; k++) {
            if (ids[k] < 0) {
                throw new UnreadableRecordingException(
                        where + ": entry " + k + " is " + ids[k] + "; an id is 0 or more" + Numbers.NONE);
            }
            neurons[k] = number(Long.toString(ids[k]));
        }
        notes.add("ids are beyond 2147483647, so neurons are numbered: " + some());
        return neurons;
    }

    /**
     * Requires that all files number their units by one rule.
     *
     * @throws UnreadableRecordingException if another file has used another
     */
    void requireRule(String now, String where) throws UnreadableRecordingException {
        if (!rule.isEmpty() && !rule.equals(now)) {
            throw new UnreadableRecordingException(where + ": neurons would be numbered " + now
                    + ", but those of the files before it are numbered " + rule
                    + ", so the same neuron would have two ids; replay these files as different networks");
        }
        rule = now;
    }

    /** All names, with their numbers. */
    public synchronized Map<String, Integer> all() {
        return Map.copyOf(numbers);
    }

    /** Whether files were asked about none. */
    synchronized boolean isEmpty() {
        return used.isEmpty();
    }

    /** The first few, for a message: {@code sc_1 = 0, sc_2 = 1, ...}. */
    synchronized String some() {
        StringBuilder some = new StringBuilder();
        used.entrySet().stream().limit(5).forEach(entry -> some.append(some.length() == 0 ? "" : ", ")
                .append(Text.shown(entry.getKey()))
                .append(" = ")
                .append(entry.getValue()));
        return used.size() > 5 ? some + ", ..." : some.toString();
    }
}
