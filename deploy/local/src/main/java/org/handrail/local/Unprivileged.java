package org.handrail.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands that refuse to run as root, as PostgreSQL does. Root runs them in a user namespace,
 * where it looks like somebody else and still owns its files.
 */
final class Unprivileged {

  private Unprivileged() {}

  static List<String> command(Path executable) {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000"));
    }
    command.add(executable.toString());
    return command;
  }
}
