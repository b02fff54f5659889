package org.handrail.platform.version;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Versions of aggregates as entity tags: version 3 is {@code "3"}. */
public final class ETags {

  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

  private ETags() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** The version that a header names; none when it is not one of ours. */
  static OptionalLong version(String header) {
    var matcher = TAG.matcher(header.strip());
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
