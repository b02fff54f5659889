package org.handrail.platform.http;

import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads the codes of enums in addresses, as they stand in bodies: {@code in-person}. */
@SuppressWarnings("rawtypes")
final class CodesToEnums implements ConverterFactory<String, Enum> {

  @Override
  @SuppressWarnings("unchecked")
  public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
    return code -> (E) Codes.to(type, code);
  }
}
