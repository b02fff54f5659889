package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The directory in which a coalition keeps its data, its logs and its passwords: its owner's alone,
 * and bearing a mark, so that nothing of anybody else is ever taken for ours and forgotten.
 */
final class Home {
  private static final String MARK = "handrail.home";
  private static final String PORT = "port";
  private static final Set<PosixFilePermission> OWNERS_ALONE =
      PosixFilePermissions.fromString("rwx------");

  private Home() {}

  /** Makes it, or makes sure that what is there is one. */
  static void claim(Path home) {
    try {
      if (Files.exists(home) && !isOurs(home)) {
        throw new Trouble(
            "%s has files that are not Handrail's; name an empty directory in HANDRAIL_HOME"
                .formatted(home));
      }
      Files.createDirectories(home);
      Files.setPosixFilePermissions(home, OWNERS_ALONE);
      if (!Files.exists(home.resolve(MARK))) {
        Files.writeString(
            home.resolve(MARK),
            "Data of a Handrail coalition; ./handrail up --fresh deletes them.\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets whoever asks for this home from now on find the coalition that runs on it. */
  static void keepPort(Installation at) {
    keepPort(at.home(), Optional.of(Integer.toString(at.firstPort())));
  }

  /** As it was before; nothing is kept where nothing was. */
  static void keepPort(Path home, Optional<String> port) {
    var file = home.resolve(PORT);
    try {
      if (port.isPresent()) {
        Files.writeString(file, port.get());
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first port of the coalition that was last started there. */
  static Optional<String> port(Path home) {
    var file = home.resolve(PORT);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Path home) throws IOException {
    if (Files.exists(home.resolve(MARK)) || Files.exists(home.resolve(FirstState.SECRETS))) {
      return true;
    }
    try (var content = Files.list(home)) {
      return content.findAny().isEmpty();
    }
  }
}
