package org.handrail.referral.meeting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The type codes of each fellowship ({@code meeting/types/}). */
@Component
class TypeCodes {
  private final Map<String, Map<String, TypeCode>> lists =
      Arrays.stream(Fellowship.values())
          .map(Fellowship::types)
          .distinct()
          .collect(Collectors.toUnmodifiableMap(name -> name, TypeCodes::read));

  /** A list as its file has it. */
  record Listed(String version, List<TypeCode> codes) {}

  /** The code as the fellowship writes it; feeds mix upper and lower case. */
  Optional<TypeCode> find(Fellowship fellowship, String code) {
    return Optional.ofNullable(list(fellowship).get(code.toLowerCase(Locale.ROOT)));
  }

  Collection<TypeCode> of(Fellowship fellowship) {
    return list(fellowship).values();
  }

  private Map<String, TypeCode> list(Fellowship fellowship) {
    return Objects.requireNonNull(lists.get(fellowship.types()));
  }

  private static Map<String, TypeCode> read(String name) {
    JsonMapper json =
        JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    try (InputStream file =
        TypeCodes.class.getResourceAsStream("/meeting/types/" + name + ".json")) {
      Map<String, TypeCode> codes = new LinkedHashMap<>();
      json.readValue(Objects.requireNonNull(file, name), Listed.class)
          .codes()
          .forEach(each -> codes.put(each.code().toLowerCase(Locale.ROOT), each));
      return codes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
