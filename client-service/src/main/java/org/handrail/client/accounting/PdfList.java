package org.handrail.client.accounting;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handrail.client.client.ClientId;
import org.handrail.client.consent.Consent;
import org.handrail.client.consent.Consents;
import org.handrail.client.paper.Line;
import org.handrail.client.paper.PaperTime;
import org.handrail.client.paper.PlainPdf;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * A list of disclosures on paper, in the agency's days and hours. It does not say whose it is: who
 * prints it knows.
 */
@Component
class PdfList {
  private final RosterSettings settings;
  private final Consents consents;
  private final Transactions transactions;

  PdfList(RosterSettings settings, Consents consents, Transactions transactions) {
    this.settings = settings;
    this.consents = consents;
    this.transactions = transactions;
  }

  byte[] write(AgencyId agency, UUID client, DisclosureList list) {
    return transactions.reading(
        () ->
            write(
                list,
                new PaperTime(settings.of(agency).zone(), Locale.US),
                signed(agency, new ClientId(client))));
  }

  /** When each consent was signed, by how a list names it as a basis. */
  private Map<String, Instant> signed(AgencyId agency, ClientId client) {
    return consents.will(agency, client).consents().stream()
        .filter(Consent.Signed.class::isInstance)
        .map(Consent.Signed.class::cast)
        .collect(toMap(consent -> "consent " + consent.id(), consent -> consent.signature().at()));
  }

  static byte[] write(DisclosureList list, PaperTime time, Map<String, Instant> signed) {
    return PlainPdf.of(lines(list, time, signed));
  }

  private static List<Line> lines(
      DisclosureList list, PaperTime time, Map<String, Instant> signed) {
    var lines = new ArrayList<Line>();
    lines.add(
        Line.heading(
            list.kind() == ListKind.ACCOUNTING
                ? "Accounting of disclosures, " + list.citation()
                : "Disclosures through an intermediary, " + list.citation()));
    lines.add(Line.text("From %s until %s".formatted(time.of(list.from()), time.of(list.until()))));
    lines.add(Line.EMPTY);
    if (list.disclosures().isEmpty()) {
      lines.add(Line.text("Nothing was disclosed in this time."));
    }
    for (var line : list.disclosures()) {
      lines.add(Line.heading(time.of(line.date())));
      lines.add(Line.under(1, "%s to %s".formatted(line.discloser(), line.recipient())));
      if (line.address() != null) {
        lines.add(Line.under(2, line.address()));
      }
      if (line.through() != null) {
        lines.add(Line.under(2, "through " + line.through()));
      }
      lines.add(Line.under(2, "what: " + words(line.description())));
      lines.add(
          Line.under(
              2,
              "why: %s, on the basis of: %s"
                  .formatted(words(line.purpose()), basis(line.basis(), time, signed))));
      lines.add(Line.EMPTY);
    }
    for (var attempt : list.attempts()) {
      lines.add(
          Line.text(
              "%s: not told to %s (%s)"
                  .formatted(time.of(attempt.date()), attempt.recipient(), words(attempt.code()))));
    }
    return lines;
  }

  private static String basis(String basis, PaperTime time, Map<String, Instant> signed) {
    var at = signed.get(basis);
    if (at != null) {
      return "consent of " + time.of(at);
    }
    return basis.startsWith("consent ") ? "consent" : basis;
  }

  private static String words(String codes) {
    return codes.replace('-', ' ');
  }
}
