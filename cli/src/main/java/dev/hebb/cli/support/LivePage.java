package dev.hebb.cli.support;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * The live page of an app.
 *
 * @param address of the app
 */
public record LivePage(String address) {
    /** The page's address. */
    public String url() {
        return address + "/";
    }

    /** Opens the page in the user's browser; says so if that is not possible here. */
    public void open(PrintWriter out) {
        try {
            new ProcessBuilder(opener(System.getProperty("os.name", "")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            out.println("No browser could be opened here (" + e.getMessage() + "); open " + url() + " yourself.");
            out.flush();
        }
    }

    /** The program of an operating system that opens an address, with the address. */
    List<String> opener(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of("open", url());
        }
        return name.contains("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", url())
                : List.of("xdg-open", url());
    }
}
