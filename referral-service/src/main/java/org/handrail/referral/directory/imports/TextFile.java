package org.handrail.referral.directory.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file that does not say in which encoding it is. */
final class TextFile {
  private static final Charset OFFICE = Charset.forName("windows-1252");

  private TextFile() {}

  /** By its byte order mark; without one UTF-8 where it is that, else what an office exports. */
  static String text(byte[] file) {
    if (starts(file, 0xef, 0xbb, 0xbf)) {
      return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(file, 0xff, 0xfe)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
    }
    if (starts(file, 0xfe, 0xff)) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return new String(file, OFFICE);
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
