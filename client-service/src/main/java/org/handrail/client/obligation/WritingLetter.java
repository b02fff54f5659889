package org.handrail.client.obligation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.ReachingClient.Reached;
import org.handrail.client.client.TimesOfContact;
import org.handrail.client.party.Parties;
import org.handrail.client.party.PartyId;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.act.ActForm;
import org.handrail.platform.act.ActTimes;
import org.handrail.platform.act.ActView;
import org.handrail.platform.problem.Problem;
import org.handrail.platform.problem.Problems;
import org.handrail.platform.problem.Refusal;
import org.springframework.stereotype.Component;

/** Writes a letter of contact when the client asks for it, in the agency's days. */
@Component
class WritingLetter {
  private final ContactLetters letters;
  private final LetterTexts texts;
  private final Where where;
  private final List<TimesOfContact> sources;
  private final Clock clock;

  WritingLetter(
      ContactLetters letters,
      LetterTexts texts,
      Where where,
      List<TimesOfContact> sources,
      Clock clock) {
    this.letters = letters;
    this.texts = texts;
    this.where = where;
    this.sources = sources;
    this.clock = clock;
  }

  /** What the agency is called, and where its days begin. */
  @Component
  record Where(Parties parties, RosterSettings settings) {}

  UUID write(Reached client, LocalDate from, LocalDate until, String language, ActForm form) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var zone = where.settings().of(client.agency()).zone();
    var today = now.atZone(zone).toLocalDate();
    if (until.isAfter(today)) {
      throw Refusal.of(
          Problem.of(Problems.INVALID)
              .error("/until", "in-future", "Nobody can confirm a day that has not come."));
    }
    ActTimes.requirePast("/from", from, today);
    var text = texts.in(language);
    var act = client.act(form, now);
    var account = client.client().account();
    var legalName = account.legalName();
    var body =
        ContactLetter.body(
            text.words(),
            legalName == null ? account.nameToUse() : legalName,
            where.parties().nameOf(new PartyId(client.agency().value())),
            from,
            until,
            days(client, from, until, zone, now));
    var letter =
        new ContactLetter(UUID.randomUUID(), from, until, text.language(), body, ActView.of(act));
    letters.add(client.agency(), client.id(), letter, act);
    return letter.id();
  }

  private List<LocalDate> days(
      Reached client, LocalDate from, LocalDate until, ZoneId zone, Instant now) {
    var end = until.plusDays(1).atStartOfDay(zone).toInstant();
    var begin = from.atStartOfDay(zone).toInstant();
    return sources.stream()
        .flatMap(
            source ->
                source
                    .between(client.agency(), client.id(), begin, end.isAfter(now) ? now : end)
                    .stream())
        .flatMap(contact -> daysOf(contact, zone))
        .distinct()
        .sorted()
        .toList();
  }

  // What ends at midnight is not of the next day.
  private static Stream<LocalDate> daysOf(TimesOfContact.Contact contact, ZoneId zone) {
    var first = contact.from().atZone(zone).toLocalDate();
    var last = contact.until().minus(1, ChronoUnit.MICROS).atZone(zone).toLocalDate();
    return last.isBefore(first) ? Stream.of(first) : first.datesUntil(last.plusDays(1));
  }
}
