package org.handrail.client.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.client.client.DaysOfContact;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActView;
import org.springframework.stereotype.Component;

/** Writes a letter of contact when the client asks for it. */
@Component
class WritingLetter {
  private final ContactLetters letters;
  private final LetterTexts texts;
  private final List<DaysOfContact> sources;
  private final Clock clock;

  WritingLetter(
      ContactLetters letters, LetterTexts texts, List<DaysOfContact> sources, Clock clock) {
    this.letters = letters;
    this.texts = texts;
    this.sources = sources;
    this.clock = clock;
  }

  UUID write(Reached client, LocalDate from, LocalDate until, String language, ActForm form) {
    var act = client.act(form, clock.instant().truncatedTo(ChronoUnit.MICROS));
    var days =
        sources.stream()
            .flatMap(source -> source.between(client.agency(), client.id(), from, until).stream())
            .distinct()
            .sorted()
            .toList();
    var account = client.client().account();
    var legalName = account.legalName();
    var body =
        ContactLetter.body(
            texts.in(language),
            legalName == null ? account.nameToUse() : legalName,
            client.agency().value(),
            from,
            until,
            days);
    var letter = new ContactLetter(UUID.randomUUID(), from, until, language, body, ActView.of(act));
    letters.add(client.agency(), client.id(), letter, act);
    return letter.id();
  }
}
