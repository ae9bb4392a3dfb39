package dev.hebb.replay.format;

import dev.hebb.neuron.KnownNeuron;
import dev.hebb.produce.SpikeBlock;
import dev.hebb.replay.Recording;
import dev.hebb.replay.RecordingFile;
import dev.hebb.replay.format.ReadOptions.Name;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The spike list that AxIS of Axion exports as CSV. Its first two columns hold settings, the others {@code Time (s)},
 * {@code Electrode} and {@code Amplitude(mV)}; settings and spikes share lines and have nothing to do with each other.
 * A block {@code Well Information} ends the spikes. An electrode {@code B3_42} is column 4, row 2 in well B3; each well
 * is a culture of its own.
 */
final class AxionFormat implements RecordingFormat {
    private static final Pattern HEADER = Pattern.compile(
            "Investigator:?\\s*[,;\\t].*Time \\(s\\)\\s*[,;\\t]\\s*Electrode.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELECTRODE = Pattern.compile("([A-Z]{1,2}\\d{1,2})_\\d{2,4}");
    private static final String END = "Well Information";

    @Override
    public String name() {
        return "Axion spike list";
    }

    @Override
    public Set<Name> options() {
        return Set.of(Name.VARIABLE);
    }

    @Override
    public boolean isFormOf(Content content) {
        return !content.isFolder()
                && Text.isText(content.unpacked())
                && HEADER.matcher(content.text().lines().findFirst().orElse("").trim())
                        .matches();
    }

    @Override
    public RecordingFile open(Content content, ReadOptions options, UnitNames names) throws IOException {
        Lines lines = new Lines(content);
        try (BufferedReader in = reader(content)) {
            lines.read(in);
        }
        String where = content.path().toString();
        Set<String> wells =
                lines.wells.isEmpty() ? Set.of() : WellChoice.oneOrAll(lines.wells, options, "wells", where);
        SpikeBlock taken = new SpikeBlock();
        for (int k = 0; k < lines.times.length(); k++) {
            String electrode = lines.electrodes.get(lines.times.neuron(k));
            if (wells.contains(well(electrode))) {
                taken.add(lines.times.timeMicros(k), names.number(electrode));
            }
        }
        List<KnownNeuron> known = new ArrayList<>();
        for (String electrode : lines.electrodes) {
            if (wells.contains(well(electrode))) {
                known.add(KnownNeuron.of(names.number(electrode)).on(electrode));
            }
        }
        return RecordingFile.of(content.name(), name(), Recording.sorting(taken))
                .noting(lines.notes(wells, names, taken.length()))
                .describing(known);
    }

    private static String well(String electrode) {
        return electrode.substring(0, electrode.indexOf('_'));
    }

    private static BufferedReader reader(Content content) throws IOException {
        Path file = content.path();
        InputStream in = content.isGzipped() ? Gzip.open(file) : Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The spikes of all lines; a neuron is the place of its electrode among the electrodes. */
    private static final class Lines {
        private final String where;
        private final SpikeClock clock;
        private final BadLines badLines = new BadLines();
        private final SpikeBlock times = new SpikeBlock();
        private final List<String> electrodes = new ArrayList<>();
        private final Map<String, Integer> placeOf = new HashMap<>();
        private final Set<String> wells = new TreeSet<>();
        private final DecimalField number = new DecimalField();
        private char delimiter = ',';
        private int time = -1;
        private int electrode = -1;

        Lines(Content content) throws UnreadableRecordingException {
            where = content.path().toString();
            clock = SpikeClock.of(UnitOfTime.SECONDS, Optional.empty(), where);
        }

        void read(BufferedReader in) throws IOException {
            header(Text.withoutMark(String.valueOf(in.readLine())));
            long line = 1;
            for (String text = in.readLine(); text != null && !text.startsWith(END); text = in.readLine()) {
                line++;
                spike(TextLayout.split(text, delimiter), line);
            }
        }

        private void header(String line) throws UnreadableRecordingException {
            for (char each : new char[] {',', ';', '\t'}) {
                delimiter = line.indexOf(each) >= 0 ? each : delimiter;
            }
            List<String> names = TextLayout.split(line, delimiter).stream()
                    .map(ColumnNames::plain)
                    .toList();
            time = names.indexOf("time_(s)");
            electrode = names.indexOf("electrode");
            if (time < 2 || electrode < 0) {
                throw new UnreadableRecordingException(where + ": this spike list of Axion has no columns Time (s) and"
                        + " Electrode behind its settings, but " + Text.shownAll(names)
                        + "; export it again from AxIS");
            }
        }

        private void spike(List<String> fields, long line) {
            String at = time < fields.size() ? fields.get(time) : "";
            String name = electrode < fields.size() ? fields.get(electrode) : "";
            if (at.isBlank() && name.isBlank()) {
                return;
            }
            byte[] bytes = at.getBytes(StandardCharsets.UTF_8);
            boolean isNumber = number.parse(bytes, 0, bytes.length, delimiter != ',');
            long micros = isNumber ? clock.micros(number) : Long.MIN_VALUE;
            if (micros == Long.MIN_VALUE) {
                badLines.add(line, "time '" + Text.shown(at) + "' is not a number of seconds within 2^53 µs of zero");
            } else if (!ELECTRODE.matcher(name).matches()) {
                badLines.add(line, "'" + Text.shown(name) + "' is not an electrode as A1_23 is");
            } else {
                wells.add(well(name));
                times.add(micros, placeOf.computeIfAbsent(name, any -> {
                    electrodes.add(name);
                    return electrodes.size() - 1;
                }));
            }
        }

        List<String> notes(Set<String> taken, UnitNames names, int spikes) {
            List<String> notes = new ArrayList<>();
            if (!taken.isEmpty()) {
                notes.add("well" + (taken.size() == 1 ? " " : "s ") + String.join(", ", new TreeSet<>(taken)) + " of "
                        + wells.size() + "; neurons are electrodes, numbered by name: " + names.some());
            }
            if (spikes < times.length()) {
                notes.add(times.length() - spikes + " spikes of other wells are left out");
            }
            badLines.note().ifPresent(notes::add);
            return notes;
        }
    }
}
