package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that nobody keeps. */
final class Temporary {

  private Temporary() {}

  static Path directory(String of) {
    try {
      return Files.createTempDirectory("handrail-" + of + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
