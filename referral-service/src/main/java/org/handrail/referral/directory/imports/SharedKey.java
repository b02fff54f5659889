package org.handrail.referral.directory.imports;

import java.util.Locale;
import org.handrail.referral.directory.standard.Kind;

/**
 * What names a row among all sources. An id that is a UUID means the same in each of them; any
 * other only in its own.
 *
 * @param source empty where every source means the same by it
 */
record SharedKey(String source, Kind kind, String id) {
  private static final String UUID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  static SharedKey of(String source, RowKey key) {
    return of(source, key.kind(), key.id());
  }

  static SharedKey of(String source, Kind kind, String id) {
    return id.matches(UUID)
        ? new SharedKey("", kind, id.toLowerCase(Locale.ROOT))
        : new SharedKey(source, kind, id);
  }
}
