package dev.hebb.config;

import dev.hebb.check.Inline;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes {@code docs/settings.md} from the records of the configuration, their defaults, checks and Javadoc. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings

            <!-- Generated from the code: change the records of the configuration, not this page. -->

            Every setting of the app has a name that begins with `hebb.`. A setting comes from one of four sources. A later
            source overrides an earlier one:

            1. the default, listed here
            2. the properties file: `hebb app --properties client.properties` with the line `hebb.window-micros=5000000`
            3. the environment: `HEBB_WINDOW_MICROS=5000000`
            4. the command line: `hebb app --set window-micros=5000000`

            The app refuses an unknown or invalid setting at its start, and names it. `/v1/config` of a running app lists the
            values that hold. A range holds while all other settings have their defaults; some settings limit each other, and
            the refusal says so.

            You cannot change the settings marked † after an application id was first used. The app says so, and how to
            start with another id.
            """;

    private static final String PROFILES = """

            ## Profiles

            Networks can learn differently. A profile has the settings of `hebb.rule`, `hebb.evidence`, `hebb.stages`,
            `hebb.stdp`, `hebb.oja`, `hebb.bcm` and `hebb.homeostasis` that differ from the base, as
            `hebb.profile.fast.rule=stdp`. See [learning.md](learning.md#a-rule-per-network).

            | setting | default | unit | range | meaning |
            |---|---|---|---|---|
            | `hebb.profiles` | empty | | names of small letters and digits, and commas | the profiles, as `fast,adult` |
            | `hebb.network-profiles` | empty | | `NETWORK:PROFILE`, and commas | which networks have which profile, as `culture-a:fast,exp-*:adult`; the first that fits counts |
            """;

    private final Map<String, List<DocumentedSetting>> groups = new LinkedHashMap<>();

    private SettingsPage() {}

    static String text() {
        SettingsPage page = new SettingsPage();
        HebbConfig config = ConfigReader.read(Settings.defaults());
        page.add("hebb.", config.shard());
        page.add("hebb.framing.", config.framing());
        page.add("hebb.", config.learning().base());
        page.add("hebb.streams.", config.streams());
        page.add("hebb.topics.", config.topics());
        page.add("hebb.http.", config.http());
        return page.write();
    }

    /** The names of all settings on a page. */
    static List<String> names(String text) {
        return text.lines()
                .filter(line -> line.startsWith("| `hebb."))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }

    private void add(String prefix, Record of) {
        groups.computeIfAbsent(prefix, each -> new ArrayList<>());
        for (RecordComponent component : of.getClass().getRecordComponents()) {
            Object value = get(component, of);
            String name = component.getName();
            if (value instanceof Record nested) {
                boolean inline = nested.getClass().isAnnotationPresent(Inline.class);
                add(inline ? prefix : prefix + kebab(name) + ".", nested);
            } else if (prefix.equals("hebb.") || !name.equals("windowMicros")) {
                Objects.requireNonNull(groups.get(prefix))
                        .add(new DocumentedSetting(
                                prefix + kebab(name), component, value, RecordJavadoc.of(of.getClass(), name)));
            }
        }
    }

    private String write() {
        StringBuilder page = new StringBuilder(HEAD);
        groups.values().removeIf(List::isEmpty);
        groups.forEach((prefix, settings) -> {
            page.append("\n## `").append(prefix, 0, prefix.length() - 1).append("`\n\n");
            page.append("| setting | default | unit | range | meaning |\n|---|---|---|---|---|\n");
            settings.forEach(setting -> page.append(marked(setting)).append('\n'));
        });
        return page.append(PROFILES).toString();
    }

    private static String marked(DocumentedSetting setting) {
        boolean pinned = setting.name().startsWith("hebb.axis.")
                || List.of("hebb.window-micros", "hebb.shards").contains(setting.name());
        return pinned ? setting.row().replaceFirst("` ", "` † ") : setting.row();
    }

    private static Object get(RecordComponent component, Record from) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(from));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kebab(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
