package companion.console;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command line. */
public final class Console {
    private final Terminal terminal;
    private final Practice.Starter starter;

    public Console(Terminal terminal, Practice.Starter starter) {
        this.terminal = terminal;
        this.starter = starter.telling(terminal.err()::println);
    }

    /** With no command it is wrong use: opening the window is decided elsewhere. */
    @Command(
            name = "workshop-companion",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = {
                "Takes you through AWS workshops, against a practice cloud inside the application or a real account.",
                "With no command it opens the window, at the place that connection options name; without them in the practice cloud."
            })
    static final class Top implements Runnable {
        @CommandLine.Spec
        CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "Which command?");
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Console.class.getPackage().getImplementationVersion();
            return new String[] {"Workshop Companion " + (version == null ? "(development)" : version)};
        }
    }

    /** @return the exit code: 0 done, 1 a stage or check failed, 2 wrong use */
    public int run(String... args) {
        var cloud = QuickCloud.parse(terminal, starter, args);
        if (cloud.isPresent()) {
            try {
                return cloud.get().call();
            } catch (Exception e) {
                return failed(e);
            }
        }
        return parse(args);
    }

    private int parse(String... args) {
        var line = new CommandLine(new Top())
                .addSubcommand(new RunCommand(terminal, starter))
                .addSubcommand(new WatchCommand(terminal, starter, Terminal.showsResults()))
                .addSubcommand(new CloudCommand(terminal, starter))
                .addSubcommand(new CleanUpCommand(terminal, starter));
        return line.setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((error, _, _) -> failed(error))
                .execute(args);
    }

    private int failed(Exception error) {
        if (error instanceof ParameterException wrongUse) {
            return wrongUse(wrongUse);
        }
        new Screen(terminal).problem(Venue.problem(error));
        return 1;
    }

    private int wrongUse(ParameterException error) {
        terminal.err().println(error.getMessage());
        error.getCommandLine().usage(terminal.err());
        return 2;
    }
}
