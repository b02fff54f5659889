package org.handrail.referral.directory.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * The text of a file that does not say in which encoding it is. One cell of it may come from an
 * office program and the next from the web: each is read by itself.
 */
final class TextFile {
  private static final Charset OFFICE = Charset.forName("windows-1252");

  private final String unread;
  private final boolean ofBytes;

  private TextFile(String unread, boolean ofBytes) {
    this.unread = unread;
    this.ofBytes = ofBytes;
  }

  /** A part of it as it is understood, and whether that is only likely. */
  record Read(String text, boolean guessed) {}

  /** By its byte order mark; without one its parts are UTF-8, or else what an office exports. */
  static TextFile of(byte[] file) {
    if (starts(file, 0xff, 0xfe)) {
      return new TextFile(new String(file, 2, file.length - 2, UTF_16LE), false);
    }
    if (starts(file, 0xfe, 0xff)) {
      return new TextFile(new String(file, 2, file.length - 2, UTF_16BE), false);
    }
    int from = starts(file, 0xef, 0xbb, 0xbf) ? 3 : 0;
    return new TextFile(new String(file, from, file.length - from, ISO_8859_1), true);
  }

  /** All of it, in which ASCII stands as it is, so that its parts can be told; none is read yet. */
  String unread() {
    return unread;
  }

  Read read(String part) {
    if (!ofBytes) {
      return new Read(part, false);
    }
    byte[] bytes = part.getBytes(ISO_8859_1);
    try {
      return new Read(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), false);
    } catch (CharacterCodingException e) {
      return new Read(new String(bytes, OFFICE), true);
    }
  }

  private static boolean starts(byte[] file, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (file.length <= i || (file[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
