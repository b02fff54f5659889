package org.handrail.platform.http;

import java.util.Arrays;
import java.util.Locale;

/**
 * The kebab-case codes by which enums are known outside: {@code IN_PERSON} is {@code in-person}.
 */
public final class Codes {

  private Codes() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of that code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static <E extends Enum<E>> E to(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such code"));
  }
}
