package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Ends a server with this virtual machine, however that ends: it holds a pipe to a small shell that
 * kills the server when the pipe closes, which a kill -9 does too.
 */
final class Lifeline implements AutoCloseable {

  private final Process guard;

  private Lifeline(Process guard) {
    this.guard = guard;
  }

  static Lifeline to(ServerProcess server) {
    try {
      var command = "trap '' INT; read -r _; kill -9 \"$0\"";
      return new Lifeline(
          new ProcessBuilder("bash", "-c", command, Long.toString(server.pid()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the server live on, or be dead already. */
  @Override
  public void close() {
    guard.destroyForcibly();
  }
}
