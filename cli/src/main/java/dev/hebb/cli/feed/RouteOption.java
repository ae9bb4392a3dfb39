package dev.hebb.cli.feed;

import dev.hebb.client.Durations;
import dev.hebb.tissue.CellModel;
import dev.hebb.tissue.Practice;
import dev.hebb.tissue.RoutePlan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A route as users write it: {@code NAME:LENGTH:WIDTH[@HZ[,FROM-UNTIL]]}.
 *
 * @param practice when it is cued, if that is given
 */
record RouteOption(String name, int length, int width, Optional<Practice> practice) {
    private static final String TIMES = "@(\\d+(?:\\.\\d+)?)(?:,([^-]+)-([^-]+))?";
    private static final Pattern ROUTE = Pattern.compile("([^:@,]+):(\\d{1,4}):(\\d{1,4})(?:" + TIMES + ")?");
    private static final Pattern PRACTICE = Pattern.compile("([^:@,]+)" + TIMES);

    static RouteOption parse(String text) {
        Matcher parts = ROUTE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("route '" + text
                    + "' is not NAME:LENGTH:WIDTH[@HZ[,FROM-UNTIL]], as in reach:4:3@2 or reach:4:3@2,1m-10m");
        }
        Optional<Practice> practice = parts.group(4) == null
                ? Optional.empty()
                : Optional.of(practice(parts.group(1), parts.group(4), parts.group(5), parts.group(6)));
        return new RouteOption(
                parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), practice);
    }

    static Practice parsePractice(String text) {
        Matcher parts = PRACTICE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "practice '" + text + "' is not NAME@HZ[,FROM-UNTIL], as in reach@2,20m-30m");
        }
        return practice(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
    }

    private static Practice practice(String route, String hertz, @Nullable String from, @Nullable String until) {
        return new Practice(
                route,
                Double.parseDouble(hertz),
                from == null ? 0 : Durations.parseMicros(from),
                until == null ? Practice.ALWAYS : Durations.parseMicros(until));
    }

    RoutePlan plan(CellModel cells) {
        return new RoutePlan(name, length, width, cells.routeDrive());
    }
}
