package org.handrail.referral.directory.imports;

import java.util.Locale;
import java.util.regex.Pattern;
import org.handrail.referral.directory.standard.Kind;

/**
 * What names a row among all sources: its own source gives it the id. Only the coalition can name
 * the rows of every source that have the same UUID.
 *
 * @param source empty where the rows of every source are meant
 */
record SharedKey(String source, Kind kind, String id) {
  private static final int LENGTH = 36;
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static SharedKey of(String source, RowKey key) {
    return of(source, key.kind(), key.id());
  }

  static SharedKey of(String source, Kind kind, String id) {
    return new SharedKey(source, kind, id);
  }

  /** Whether another source can mean the same by that id. */
  boolean isShared() {
    return isUuid(id);
  }

  static boolean isUuid(String id) {
    return id.length() == LENGTH && UUID.matcher(id).matches();
  }

  /** A UUID is the same in any case; what else a source calls a row is not. */
  static String anyCase(String id) {
    return isUuid(id) ? id.toLowerCase(Locale.ROOT) : id;
  }

  SharedKey anyCase() {
    return new SharedKey(source, kind, anyCase(id));
  }

  boolean isEverywhere() {
    return source.isEmpty();
  }

  /** The rows of every source that have this id. */
  SharedKey everywhere() {
    return new SharedKey("", kind, id.toLowerCase(Locale.ROOT));
  }
}
