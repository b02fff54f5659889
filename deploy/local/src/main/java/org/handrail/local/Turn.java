package org.handrail.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The right to start and stop parts, which one command has at a time. The operating system takes it
 * back from a command that was killed.
 */
final class Turn implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  private Turn(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static Turn take(Installation at) {
    var file = at.home().resolve("lock");
    try {
      Files.createDirectories(at.home());
      while (true) {
        var channel = FileChannel.open(file, CREATE, READ, WRITE);
        if (isTaken(channel)) {
          var who = Files.readString(file, UTF_8).strip();
          channel.close();
          throw new Trouble(
              "another ./handrail (process %s) is at work here; wait for it, or end it"
                  .formatted(who));
        }
        // Whoever had the turn before may have deleted the file between our opening and locking it.
        if (Files.exists(file) && channel.size() == Files.size(file)) {
          channel.write(
              ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
          return new Turn(file, channel);
        }
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      // By another thread of this process.
      return true;
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
