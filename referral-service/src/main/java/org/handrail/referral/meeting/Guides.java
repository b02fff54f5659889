package org.handrail.referral.meeting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handrail.platform.http.Codes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The guides to first meetings ({@code meeting/guides/}), each in English and Spanish. */
@Component
class Guides {
  static final List<String> LANGUAGES = List.of("en", "es");
  private static final String ANY = "any";

  private final Map<String, Guide> guides =
      Stream.concat(Stream.of(ANY), Arrays.stream(Fellowship.values()).map(Codes::of))
          .flatMap(name -> LANGUAGES.stream().map(language -> name + "." + language))
          .filter(file -> Guides.class.getResource(path(file)) != null)
          .collect(Collectors.toUnmodifiableMap(file -> file, Guides::read));

  /**
   * The fellowship's own, else the one that holds for any.
   *
   * @param language one of {@link #LANGUAGES}
   */
  Guide of(Fellowship fellowship, String language) {
    Guide own = own(fellowship, language);
    return own != null ? own : Objects.requireNonNull(guides.get(ANY + "." + language));
  }

  @Nullable Guide own(Fellowship fellowship, String language) {
    return guides.get(Codes.of(fellowship) + "." + language);
  }

  private static String path(String file) {
    return "/meeting/guides/" + file + ".json";
  }

  private static Guide read(String file) {
    try (InputStream guide = Guides.class.getResourceAsStream(path(file))) {
      return JsonMapper.shared().readValue(Objects.requireNonNull(guide), Guide.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
