package org.handrail.client.obligation;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.handrail.platform.act.ActView;

/**
 * A letter that says on which days a client was in contact. It is handed to the client, who decides
 * whom to show it.
 *
 * @param body dates of contact and nothing else
 */
record ContactLetter(
    UUID id, LocalDate from, LocalDate until, String language, String body, ActView act) {

  static String body(
      LetterWords words,
      String name,
      String agency,
      LocalDate from,
      LocalDate until,
      List<LocalDate> days) {
    var said =
        days.isEmpty()
            ? words.none()
            : words.opening()
                + "\n"
                + days.stream().map(LocalDate::toString).collect(joining("\n"));
    return (said + "\n" + words.closing())
        .replace("{agency}", agency)
        .replace("{from}", from.toString())
        .replace("{to}", until.toString())
        .replace("{name}", name);
  }
}
