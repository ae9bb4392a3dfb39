package dev.hebb.cli.support;

import picocli.CommandLine.Mixin;

/** A command that reads or changes what is in a cluster, with the options that name the cluster. */
public abstract class ClusterCommand {
    @Mixin
    private final ConnectionOptions cluster = new ConnectionOptions();

    @Mixin
    private final Console console = new Console();

    protected final ConnectionOptions cluster() {
        return cluster;
    }

    protected final Console console() {
        return console;
    }
}
