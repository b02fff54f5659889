package org.handrail.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the tests' coalition lies: its data, and ports that no other test run has. */
final class TestInstallation {

  private static final int FIRST_PORT = 18_080;
  private static final int PORT_STEP = 100;

  /** Locked for as long as this virtual machine lives: its ports are its own between two tests. */
  private static final Map<Integer, FileChannel> OURS = new HashMap<>();

  private TestInstallation() {}

  /** What has been prepared for a port is prepared for it for good: the first free one is taken. */
  static Installation free() {
    var repository = Path.of(System.getProperty("handrail.repository", "."));
    return IntStream.iterate(FIRST_PORT, port -> port + PORT_STEP)
        .limit(20)
        .filter(TestInstallation::isOurs)
        .mapToObj(
            port ->
                new Installation(repository, repository.resolve(".handrail-test/" + port), port))
        .filter(TestInstallation::isFree)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no free ports from " + FIRST_PORT));
  }

  private static synchronized boolean isOurs(int port) {
    if (OURS.containsKey(port)) {
      return true;
    }
    try {
      var locks = Files.createDirectories(ServerFiles.cache().resolve("test-ports"));
      var channel = FileChannel.open(locks.resolve(Integer.toString(port)), CREATE, WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return false;
      }
      OURS.put(port, channel);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFree(Installation at) {
    return Stream.of(Installation.Port.values()).noneMatch(port -> Ports.answers(at.port(port)));
  }
}
