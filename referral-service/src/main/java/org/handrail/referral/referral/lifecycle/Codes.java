package org.handrail.referral.referral.lifecycle;

import java.util.Locale;

final class Codes {
  private Codes() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
