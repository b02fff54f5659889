package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords and client secrets that nobody has to type: made at random, kept in a private file. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final boolean saved;
  private final Properties kept = new Properties();

  private Secrets(Path file, boolean saved) {
    this.file = file;
    this.saved = saved;
  }

  /** Those in that file, which need not exist yet. */
  static Secrets in(Path file) {
    return load(new Secrets(file, true), file);
  }

  /** For whoever only looks: what is missing in the file is not written to it. */
  static Secrets unsaved(Path file) {
    return load(new Secrets(file, false), file);
  }

  private static Secrets load(Secrets secrets, Path file) {
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file, UTF_8)) {
        secrets.kept.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return secrets;
  }

  static String random() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The secret of that name; made and kept when it is asked for first. */
  synchronized String of(String name) {
    var known = kept.getProperty(name);
    if (known != null) {
      return known;
    }
    var made = random();
    kept.setProperty(name, made);
    if (saved) {
      save();
    }
    return made;
  }

  private void save() {
    try {
      var text = new StringWriter();
      kept.store(text, null);
      write(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that its owner alone may read. */
  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) {
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
      }
      return Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Databases.Passwords database(String name) {
    return new Databases.Passwords(
        of("database." + name + ".owner"),
        of("database." + name + ".app"),
        of("database." + name + ".relay"));
  }

  /** The secret of a Keycloak client, or of a partner's broker. */
  String client(String name) {
    return of("client." + name);
  }
}
