package org.handrail.platform.description;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Names what stands inside of another class together with it: many an interface has its {@code
 * Page}, and the description may not take one for the other.
 */
final class NamesOfTheirPlace extends TypeNameResolver {

  @Override
  protected String getNameOfClass(Class<?> type) {
    var around = type.getEnclosingClass();
    return around == null
        ? super.getNameOfClass(type)
        : getNameOfClass(around) + "." + type.getSimpleName();
  }
}
