package dev.hebb.cli.support;

import picocli.CommandLine.Option;

/** {@code --network}, for commands that are about one network; use as {@code @Mixin}. */
public final class NetworkOption {
    @Option(names = "--network", paramLabel = "NAME", required = true, description = "Name of the network.")
    private String network = "";

    /** The network's name. */
    public String get() {
        return network;
    }
}
