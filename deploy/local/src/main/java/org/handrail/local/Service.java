package org.handrail.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * One of our own services, in a virtual machine of its own. Its runnable jar is laid out flat
 * first: that takes a third off the work of starting it, and a build can then replace the jar under
 * it.
 */
final class Service {

  private static final String LIBRARIES = "BOOT-INF/lib/";

  private final Installation at;
  private final String module;
  private final Path laidOut;

  Service(Installation at, String module) {
    this.at = at;
    this.module = module;
    this.laidOut = at.home().resolve("programs");
  }

  ServerProcess start(Map<String, String> environment) {
    return ServerProcess.start(
        new ServerProcess.Launch(command(), environment, at.home(), at.log(module)));
  }

  /** Runs it as a command that ends by itself, on this terminal; gives its exit code. */
  int run(Map<String, String> environment, String... arguments) {
    try {
      var builder =
          new ProcessBuilder(command(arguments)).directory(at.home().toFile()).inheritIO();
      builder.environment().putAll(environment);
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  private List<String> command(String... arguments) {
    var jar = at.jar(module);
    if (!Files.exists(jar)) {
      throw new Trouble(
          "%s is not built: there is no %s".formatted(module, at.repository().relativize(jar)));
    }
    try (var runnable = new JarFile(jar.toFile())) {
      var main = runnable.getManifest().getMainAttributes().getValue("Start-Class");
      return Java.command("-Xms24m", heap(), "-XX:MaxMetaspaceSize=192m")
          .options("--enable-native-access=ALL-UNNAMED")
          // What a process that is killed leaves behind lies here, and goes with the data.
          .properties(Map.of("java.io.tmpdir", temporary().toString()))
          .main(classPath(runnable), main, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String heap() {
    // A whole directory file is in its memory while it is taken in.
    return module.equals("referral-service") ? "-Xmx384m" : "-Xmx160m";
  }

  private Path temporary() throws IOException {
    return Files.createDirectories(at.data(FirstState.TEMPORARY));
  }

  private String classPath(JarFile runnable) throws IOException {
    Files.createDirectories(laidOut.resolve("lib"));
    var own = laidOut.resolve(module + ".jar");
    Files.copy(at.plainJar(module), own, StandardCopyOption.REPLACE_EXISTING);
    return Stream.concat(Stream.of(own), libraries(runnable).stream())
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }

  /** In the order of the jar; those that another service has brought already are shared. */
  private List<Path> libraries(JarFile runnable) {
    return runnable.stream()
        .filter(entry -> entry.getName().startsWith(LIBRARIES) && !entry.isDirectory())
        .map(entry -> library(runnable, entry))
        .toList();
  }

  /**
   * What we build ourselves changes under the same name, now and then without changing its size.
   */
  private static boolean isSnapshot(Path library) {
    return library.toString().endsWith("-SNAPSHOT.jar");
  }

  private Path library(JarFile runnable, ZipEntry entry) {
    var library = laidOut.resolve("lib").resolve(entry.getName().substring(LIBRARIES.length()));
    try {
      if (isSnapshot(library) || !Files.exists(library) || Files.size(library) != entry.getSize()) {
        var draft = laidOut.resolve(UUID.randomUUID().toString());
        try (var content = runnable.getInputStream(entry)) {
          Files.copy(content, draft);
        }
        Files.move(draft, library, StandardCopyOption.ATOMIC_MOVE);
      }
      return library;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
