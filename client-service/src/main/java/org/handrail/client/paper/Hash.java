package org.handrail.client.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256, in lower-case hexadecimal digits. */
public record Hash(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /** What stands before the first link of a chain. */
  public static final Hash NONE = new Hash("0".repeat(64));

  public Hash {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256");
    }
  }

  public static Hash of(String text) {
    try {
      return new Hash(
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
