package org.handrail.client.paper;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** In which of the languages that there is a text in somebody reads it. */
public final class Languages {
  /** The form of a language's tag (BCP 47). */
  public static final String TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

  private Languages() {}

  /**
   * The first that there is a text in, without its region where there is none for the region:
   * {@code es} for {@code es-MX} or {@code ES} (BCP 47, the look-up of RFC 4647).
   *
   * @param written in which there is a text, as these name them
   * @param read tags of BCP 47 that somebody reads, the best first
   */
  public static Optional<String> among(Collection<String> written, List<String> read) {
    return Optional.ofNullable(
        Locale.lookupTag(read.stream().map(LanguageRange::new).toList(), written));
  }
}
