package dev.hebb.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Checks that an app runs and is ready. */
final class AppCheck implements ClusterCheck {
    @Override
    public List<CheckResult> run(CheckContext context) {
        JsonNode ready = context.app().ready();
        if (ready == null) {
            return List.of(CheckResult.warn(
                    "no app answers, or it asks for a token; what follows is by the default configuration",
                    "start one with 'hebb up' or 'hebb app', or give --app, and --token-file"));
        }
        List<CheckResult> results = new ArrayList<>(List.of(state(context, ready)));
        ready.path("waiting")
                .forEach(wait -> results.add(CheckResult.warn(
                        wait.asText(), "start the schema registry; the partition continues by itself then")));
        ready.path("faults").forEach(fault -> results.add(CheckResult.fail(fault.asText(), "")));
        return results;
    }

    private static CheckResult state(CheckContext context, JsonNode ready) {
        String state = ready.path("state").asText();
        if (ready.path("ready").asBoolean()) {
            return CheckResult.ok("the app is " + state + "; it has tasks " + ready.path("localShards") + " of "
                    + context.config().shards());
        }
        String missing =
                ready.path("missingShards").isEmpty() ? "" : "; no instance has tasks " + ready.path("missingShards");
        return ready.path("alive").asBoolean()
                ? CheckResult.warn(
                        "the app is not ready: " + state + missing,
                        "after a start or a crash it restores its stores; if this lasts, see its log")
                : CheckResult.fail("the app is " + state, "see its log for the error, then start it again");
    }
}
