package dev.hebb.e2e;

import java.io.IOException;

/** Signals to processes that Java cannot send. */
final class Signals {
    private Signals() {}

    /** @param name of the signal, without SIG */
    static void send(long pid, String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("cannot send SIG" + name + " to process " + pid);
        }
    }
}
