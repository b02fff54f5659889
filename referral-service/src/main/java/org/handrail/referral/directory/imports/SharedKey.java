package org.handrail.referral.directory.imports;

import java.util.Locale;
import java.util.regex.Pattern;
import org.handrail.referral.directory.standard.Kind;

/**
 * What names a row among all sources. An id that is a UUID means the same in each of them; any
 * other only in its own.
 *
 * @param source empty where every source means the same by it
 */
record SharedKey(String source, Kind kind, String id) {
  private static final int LENGTH = 36;
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static SharedKey of(String source, RowKey key) {
    return of(source, key.kind(), key.id());
  }

  static SharedKey of(String source, Kind kind, String id) {
    return id.length() == LENGTH && UUID.matcher(id).matches()
        ? new SharedKey("", kind, id.toLowerCase(Locale.ROOT))
        : new SharedKey(source, kind, id);
  }
}
