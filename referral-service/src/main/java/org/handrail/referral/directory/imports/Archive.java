package org.handrail.referral.directory.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;

/**
 * The files of a zip, unpacked in memory and never onto a disk, within bounds: what unpacks to more
 * than 24 MiB, holds more than 100 files or names a path outside is refused whole.
 *
 * @param files by their names without folders, in lower case
 */
record Archive(Map<String, byte[]> files) {
  static final int MOST_BYTES = 24 << 20;
  static final int MOST_FILES = 100;

  /** Faults of one file. */
  static final int MOST_TOLD = 100;

  private static final int END_OF_DIRECTORY = 0x06054b50;
  private static final int END_LENGTH = 22;

  static Archive unpack(byte[] zip) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    int entries = 0;
    int left = MOST_BYTES;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (++entries > MOST_FILES) {
          throw refused("too-many-files", "at most " + MOST_FILES);
        }
        byte[] content = read(in, left);
        left -= content.length;
        if (isFile(entry) && files.put(name(entry), content) != null) {
          throw refused(name(entry), "file-twice", "two files have the same name");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw broken();
    }
    if (entries != promised(zip)) {
      throw broken();
    }
    return new Archive(files);
  }

  static Refusal refused(String code, String detail) {
    return Refusal.of(Problem.of(FileShape.NOT_HSDS).error("", code, detail));
  }

  /** Of one of its files. */
  static Refusal refused(String file, String code, String detail) {
    return refused(List.of(new Problem.Fault("/" + HsdsReading.escaped(file), code, detail)));
  }

  /** With the first of what is wrong, each with where it stands. */
  static Refusal refused(List<Problem.Fault> faults) {
    return Refusal.of(
        Problem.of(FileShape.NOT_HSDS).errors(faults.stream().limit(MOST_TOLD).toList()));
  }

  private static byte[] read(InputStream in, int left) throws IOException {
    byte[] content = in.readNBytes(left + 1);
    if (content.length > left) {
      throw refused("unpacks-too-large", "at most %d bytes".formatted(MOST_BYTES));
    }
    return content;
  }

  /** What a Mac adds of its own about each file is none. */
  private static boolean isFile(ZipEntry entry) {
    return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
  }

  private static String name(ZipEntry entry) {
    String path = entry.getName();
    if (path.startsWith("/") || path.contains("..") || path.contains("\\") || path.contains(":")) {
      throw refused("path-not-allowed", "a file lies outside of the archive");
    }
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** A zip that was cut between two of its files reads well, and lacks the rest. */
  private static int promised(byte[] zip) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = zip.length - END_LENGTH; at >= 0; at--) {
      if (bytes.getInt(at) == END_OF_DIRECTORY) {
        return Short.toUnsignedInt(bytes.getShort(at + 10));
      }
    }
    return -1;
  }

  private static Refusal broken() {
    return Refusal.of(Problem.of(Problems.MALFORMED).detail("The archive is broken or cut"));
  }
}
