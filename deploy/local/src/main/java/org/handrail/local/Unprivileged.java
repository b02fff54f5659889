package org.handrail.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that refuse to run as root, as PostgreSQL does. Root runs them in a user namespace,
 * where it looks like somebody else and still owns its files.
 */
final class Unprivileged {

  private Unprivileged() {}

  private static final List<String> AS_SOMEBODY_ELSE =
      List.of("unshare", "-U", "--map-user=1000", "--map-group=1000");

  static List<String> command(Path executable) {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      refuseWithoutNamespaces();
      command.addAll(AS_SOMEBODY_ELSE);
    }
    command.add(executable.toString());
    return command;
  }

  private static void refuseWithoutNamespaces() {
    try {
      Commands.run(
          Stream.concat(AS_SOMEBODY_ELSE.stream(), Stream.of("true")).toList(), Path.of("/"));
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new Trouble(
          "PostgreSQL does not run as root, and root may not use unshare here: run ./handrail as an"
              + " ordinary user");
    }
  }
}
