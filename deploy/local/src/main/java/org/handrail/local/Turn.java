package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to start and stop parts, which one command has at a time. The operating system takes it
 * back from a command that was killed.
 */
final class Turn implements AutoCloseable {

  // A process loses its locks on a file as soon as it closes any of its channels to it: within one
  // process nobody else may even open it.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final List<FileChannel> channels;
  private boolean given;

  private Turn(Path file, List<FileChannel> channels) {
    this.file = file;
    this.channels = channels;
  }

  static Turn take(Installation at) {
    var file = at.home().resolve("lock").toAbsolutePath().normalize();
    if (!HELD_HERE.add(file)) {
      throw taken(Long.toString(ProcessHandle.current().pid()));
    }
    try {
      Home.claim(at.home());
      Optional<Turn> turn;
      do {
        turn = tryToTake(file);
      } while (turn.isEmpty());
      return turn.get();
    } catch (IOException e) {
      HELD_HERE.remove(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      HELD_HERE.remove(file);
      throw e;
    }
  }

  /**
   * Empty when the file that was locked is not the one that bears the name any more: whoever had
   * the turn before may have deleted it between our opening and locking it.
   */
  private static Optional<Turn> tryToTake(Path file) throws IOException {
    var channel = FileChannel.open(file, CREATE, READ, WRITE);
    if (channel.tryLock() == null) {
      var holder = read(channel).split(" ", 2)[0];
      channel.close();
      throw taken(holder);
    }
    var signature = ProcessHandle.current().pid() + " " + UUID.randomUUID();
    channel.truncate(0).write(ByteBuffer.wrap(signature.getBytes(UTF_8)), 0);
    var named = open(file);
    if (named.isPresent() && read(named.get()).equals(signature)) {
      return Optional.of(new Turn(file, List.of(channel, named.get())));
    }
    channel.close();
    if (named.isPresent()) {
      named.get().close();
    }
    return Optional.empty();
  }

  private static Trouble taken(String holder) {
    // Whoever has just got it did not sign yet.
    return new Trouble(
        "another ./handrail%s is at work here; wait for it, or end it"
            .formatted(holder.isBlank() ? "" : " (process %s)".formatted(holder)));
  }

  private static Optional<FileChannel> open(Path file) throws IOException {
    try {
      return Optional.of(FileChannel.open(file, READ));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static String read(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(200);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), UTF_8);
  }

  /** Gives it back, once: by then the file may be somebody else's. */
  @Override
  public synchronized void close() {
    if (given) {
      return;
    }
    given = true;
    try {
      Files.deleteIfExists(file);
      for (var channel : channels) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
