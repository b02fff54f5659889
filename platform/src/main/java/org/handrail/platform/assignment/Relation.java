package org.handrail.platform.assignment;

import java.util.Locale;

/** What a person is to a client of their agency. */
public enum Relation {
  PRIMARY,
  BACKUP,
  SUPERVISOR,
  SELF;

  /** The one of that code, such as {@code primary}. */
  static Relation of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
