package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.function.Consumer;

/** Where the build left the servers, and the cache of what is prepared from them only once. */
final class ServerFiles {

  private ServerFiles() {}

  /** The one file of that name pattern among the servers that the build put beside our classes. */
  static Path built(String pattern) {
    var servers = beside(ServerFiles.class);
    try (var found = Files.newDirectoryStream(servers, pattern)) {
      return found.iterator().next();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "No %s in %s; build it with: mvn -q compile -pl deploy/local".formatted(pattern, servers),
          e);
    }
  }

  private static Path beside(Class<?> type) {
    try {
      var code = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolveSibling("servers");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The cached directory of that name; made first where it is missing, whole or not at all. */
  static Path cached(String name, Consumer<Path> prepare) {
    var ready = cache().resolve(name);
    if (Files.isDirectory(ready)) {
      return ready;
    }
    var draft = cache().resolve(name + "." + UUID.randomUUID());
    try {
      Files.createDirectories(draft);
      prepare.accept(draft);
      Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Somebody else was first, which is as good.
      if (!Files.isDirectory(ready)) {
        throw new UncheckedIOException(e);
      }
    } finally {
      delete(draft);
    }
    return ready;
  }

  static Path cache() {
    var xdg = System.getenv("XDG_CACHE_HOME");
    var home =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return home.resolve("handrail");
  }

  static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (var file : (Iterable<Path>) files::iterator) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
