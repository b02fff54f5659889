package org.handrail.platform.http;

import java.util.Locale;

/**
 * The kebab-case codes by which enums are known outside: {@code IN_PERSON} is {@code in-person}.
 */
public final class Codes {

  private Codes() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
