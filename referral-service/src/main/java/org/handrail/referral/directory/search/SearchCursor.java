package org.handrail.referral.directory.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.handrail.referral.directory.search.Search.Hit;

/** Where a page of a search ended, as the next request says it. */
final class SearchCursor {
  private SearchCursor() {}

  static String of(Hit last) {
    String place = last.tier() + " " + last.chord() + " " + last.id() + " " + last.name();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty when it is not of an earlier page. */
  static Optional<Hit> read(String cursor) {
    try {
      String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      String[] parts = place.split(" ", 4);
      double chord = Double.parseDouble(parts[1]);
      if (parts.length < 4 || place.indexOf('\0') >= 0 || !Double.isFinite(chord)) {
        return Optional.empty();
      }
      return Optional.of(
          new Hit(UUID.fromString(parts[2]), parts[3], parts[0].equals("0") ? 0 : 1, chord));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
