package dev.hebb.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser, from no spikes to a lesion that is sent from it. */
class PageIT {
    private static final String HOSTILE = "<img src=x onerror=\"window.harmed=true\">";
    private static final String SIMULATE =
            "simulate --neurons 12 --rate 5 --synapses 15 --strength 0.5 --seed 7 --wait";

    private static Scene scene;

    @BeforeAll
    static void start() throws Exception {
        PageBrowser.assume();
        scene = new Scene(SharedStack.get(), "page", Map.of("shards", "2")).start();
    }

    @AfterAll
    static void stop() {
        if (scene != null) {
            scene.close();
        }
    }

    @Test
    void showsANetworkAndSendsALesion(@TempDir Path profile) throws IOException {
        try (PageBrowser page = PageBrowser.start(profile)) {
            page.open(scene.url() + "/");
            page.await("#empty", "No spikes yet");
            assertThat(page.seriousFaults()).as("the empty page").isEmpty();

            simulate("dish", 0, "10m");
            page.await("#events li[data-kind=FORMED]", "formed");
            page.await("#state", "No spikes now");
            theLassoFillsACommand(page);

            // The browser is at the lesion when the spikes after it arrive, as with a live network.
            sendLesion(page);
            simulate("dish", 600_000_000, "1m");
            page.await("#audit", "lesion of neurons 0,1,2,3");
            page.click("#tab-events");
            page.await("#events li[data-reason=DAMAGED]", "pruned");

            page.click("#events li[data-kind=PRUNED][data-reason=DAMAGED] a");
            page.await("#selection h2", "→");
            assertThat(page.evaluate("return location.hash")).asString().matches("#dish/pair/\\d+/\\d+");

            aHostileNameDoesNoHarm(page);
            nothingIsSerious(page);
            assertThat(page.errors()).isEmpty();
        }
    }

    private static void theLassoFillsACommand(PageBrowser page) {
        page.click("#lasso");
        page.drawAround("#graph");
        page.choose("#command", "lesion");
        assertThat(page.evaluate("return document.querySelector('#command-fields input[type=text]').value"))
                .isEqualTo("0-11");
    }

    private static void sendLesion(PageBrowser page) {
        page.click("#tab-control");
        page.choose("#command", "lesion");
        page.type("#command-fields input[type=text]", "0-3");
        page.click("#sure");
        page.click("#send");
        page.await("#answer", "Sent: lesion of neurons 0,1,2,3");
    }

    private static void aHostileNameDoesNoHarm(PageBrowser page) {
        simulate(HOSTILE, 0, "1m");
        page.await("#network", HOSTILE);
        page.choose("#network", HOSTILE);
        page.await("#fact-neurons", "12");
        assertThat(page.evaluate("return document.title")).asString().startsWith(HOSTILE);
        assertThat(page.count("img[src=x]")).isZero();
        assertThat(page.evaluate("return window.harmed === true")).isEqualTo(false);
        page.choose("#network", "dish");
        page.await("#fact-time", "0:11:00");
    }

    private static void nothingIsSerious(PageBrowser page) throws IOException {
        for (String theme : List.of("one theme", "the other theme")) {
            for (String tab : List.of("events", "selection", "control", "health")) {
                page.click("#tab-" + tab);
                assertThat(page.seriousFaults()).as("%s in %s", tab, theme).isEmpty();
            }
            page.click("#theme");
        }
    }

    private static void simulate(String network, long startMicros, String duration) {
        List<String> words = new ArrayList<>(List.of(SIMULATE.split(" ")));
        words.addAll(List.of("--network", network, "--start", Long.toString(startMicros), "--duration", duration));
        assertThat(scene.run(words).err()).isEmpty();
    }
}
