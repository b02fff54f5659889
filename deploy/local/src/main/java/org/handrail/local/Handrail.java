package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command: ./handrail. */
@Command(
    name = "handrail",
    description = "The whole coalition on one machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "  test           Runs everything that CI runs, and installs what it needs.",
      "                 (Of the script beside this, like bench NAME.)"
    })
final class Handrail {

  private Handrail() {}

  public static void main(String[] arguments) {
    var terminal =
        new Terminal(
            new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8));
    System.exit(on(terminal).execute(arguments));
  }

  static CommandLine on(Terminal terminal) {
    var command =
        new CommandLine(new Handrail())
            .addSubcommand(new Up(terminal))
            .addSubcommand(new Down(terminal))
            .addSubcommand(new Status(terminal))
            .addSubcommand(new Token(terminal))
            .addSubcommand(new VerifyLedger())
            .addSubcommand(new CommandLine(new Bench()).addSubcommand(new BenchUp(terminal)));
    nameVersion(command);
    return command
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setExecutionExceptionHandler(Handrail::explain);
  }

  private static void nameVersion(CommandLine command) {
    command.getCommandSpec().version("handrail " + Installation.VERSION);
    command.getSubcommands().values().forEach(Handrail::nameVersion);
  }

  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof Trouble trouble) {
      command.getErr().println("handrail: " + trouble.getMessage());
      return 1;
    }
    throw e;
  }

  static Installation installation() {
    return Installation.of(
        Path.of(System.getProperty("handrail.repository", ".")), System.getenv());
  }
}
