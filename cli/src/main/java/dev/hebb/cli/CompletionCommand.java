package dev.hebb.cli;

import dev.hebb.cli.support.Console;
import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hebb completion}: prints the script by which a shell completes commands, options and their values. */
@Command(
        name = "completion",
        description = "Print a script by which bash, zsh or fish completes hebb's commands and options.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "  source <(hebb completion bash)      in ~/.bashrc",
            "  source <(hebb completion zsh)       in ~/.zshrc",
            "  hebb completion fish | source       in ~/.config/fish/config.fish"
        })
final class CompletionCommand implements Runnable {
    /** Shells that can complete. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    @Mixin
    private final Console console = new Console();

    @Override
    public void run() {
        PrintWriter out = console.out();
        // The script for bash asks which of the two shells reads it.
        out.print(shell == Shell.fish ? FishCompletion.script(Main.commandLine()) : bash());
        out.flush();
    }

    private static String bash() {
        return AutoComplete.bash("hebb", Main.commandLine());
    }
}
