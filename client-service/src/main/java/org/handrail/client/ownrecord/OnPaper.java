package org.handrail.client.ownrecord;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handrail.client.colleague.Colleagues;
import org.handrail.client.paper.Line;
import org.handrail.client.paper.PaperTime;
import org.handrail.client.paper.PlainPdf;
import org.handrail.client.paper.Spoken;
import org.handrail.client.party.Parties;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.client.specialist.Specialists;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.SubjectId;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * A copy on paper: the same rows in words, in the client's language where there are words in it,
 * with the people who work there by their names and the days and hours of the agency.
 */
@Component
class OnPaper {
  private final RecordWords words;
  private final RosterSettings settings;
  private final Specialists specialists;
  private final Colleagues colleagues;
  private final Parties parties;
  private final Transactions transactions;

  OnPaper(
      RecordWords words,
      RosterSettings settings,
      Specialists specialists,
      Colleagues colleagues,
      Parties parties,
      Transactions transactions) {
    this.words = words;
    this.settings = settings;
    this.specialists = specialists;
    this.colleagues = colleagues;
    this.parties = parties;
    this.transactions = transactions;
  }

  byte[] write(AgencyId agency, CopyOfRecord copy) {
    return PlainPdf.of(transactions.reading(() -> lines(agency, AsOneThing.of(copy))));
  }

  private List<Line> lines(AgencyId agency, CopyOfRecord copy) {
    var spoken = words.in(languages(copy));
    var zone = settings.of(agency).zone();
    var time = new PaperTime(zone, spoken.locale());
    var inWords =
        new InWords(
            spoken.words(),
            time,
            parties,
            rows(copy, spoken.words()),
            subject -> whoIs(agency, copy, spoken.words(), subject));
    return lines(copy, spoken, zone, time, inWords);
  }

  private static List<Line> lines(
      CopyOfRecord copy, Spoken<PaperWords> spoken, ZoneId zone, PaperTime time, InWords inWords) {
    var words = spoken.words();
    var phrases = words.phrases();
    var lines = new ArrayList<Line>();
    lines.add(Line.heading(phrases.title() + ", " + copy.basis()));
    lines.add(Line.text(phrases.made().replace("{at}", time.of(copy.madeAt()))));
    lines.add(Line.text(phrases.times().replace("{zone}", zone.getId().replace('_', ' '))));
    lines.add(Line.text(phrases.numbers()));
    copy.sections()
        .forEach(
            (section, rows) -> {
              lines.add(Line.EMPTY);
              lines.add(Line.heading(words.section(section)));
              for (int i = 0; i < rows.size(); i++) {
                var row = inWords.row(rows.get(i));
                lines.addAll(rows.size() > 1 ? numbered(i + 1, row) : row);
              }
            });
    lines.add(Line.EMPTY);
    lines.add(Line.heading(phrases.leftBehind()));
    copy.notHere()
        .forEach(
            left ->
                lines.add(
                    Line.under(1, words.section(left.section()) + ": " + words.code(left.why()))));
    return lines;
  }

  private static List<Line> numbered(int number, List<Line> row) {
    var lines = new ArrayList<>(row);
    var first = lines.isEmpty() ? "" : " " + lines.removeFirst().text();
    lines.addFirst(Line.under(1, number + "." + first));
    return lines;
  }

  private static List<String> languages(CopyOfRecord copy) {
    return of(copy, "client").stream()
        .flatMap(row -> row.get("languages") instanceof List<?> some ? some.stream() : null)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .toList();
  }

  /** What the copy holds under an id, as a row of another section speaks of it. */
  private static Map<String, String> rows(CopyOfRecord copy, PaperWords words) {
    var numbered = new HashMap<String, String>();
    copy.sections()
        .forEach(
            (section, rows) -> {
              for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).get("id") instanceof String id) {
                  numbered.putIfAbsent(id, words.section(section) + ", " + (i + 1));
                }
              }
            });
    return numbered;
  }

  private String whoIs(AgencyId agency, CopyOfRecord copy, PaperWords words, String subject) {
    var self =
        of(copy, "assignment").stream()
            .anyMatch(
                row -> subject.equals(row.get("subject")) && "self".equals(row.get("relation")));
    return self
        ? words.phrases().you()
        : nameOf(agency, new SubjectId(subject)).orElse(words.phrases().somebody());
  }

  private Optional<String> nameOf(AgencyId agency, SubjectId subject) {
    return specialists
        .of(agency, subject)
        .map(specialist -> specialist.entry().name())
        .or(() -> colleagues.nameOf(agency, subject));
  }

  private static List<Map<String, Object>> of(CopyOfRecord copy, String section) {
    return copy.sections().getOrDefault(section, List.of());
  }
}
