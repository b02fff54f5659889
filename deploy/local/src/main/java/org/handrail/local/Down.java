package org.handrail.local;

import picocli.CommandLine.Command;

@Command(
    name = "down",
    description = "Stops whatever of the coalition runs on this machine; data stay.",
    mixinStandardHelpOptions = true)
final class Down implements Runnable {

  private final Terminal terminal;

  Down(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    new Coalition(Handrail.installation()).down(Progress.to(terminal.out()));
  }
}
