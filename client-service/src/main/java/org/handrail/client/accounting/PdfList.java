package org.handrail.client.accounting;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.handrail.client.client.Client;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Clients;
import org.handrail.client.consent.ClientsWills;
import org.handrail.client.consent.Consent;
import org.handrail.client.paper.Gaps;
import org.handrail.client.paper.Line;
import org.handrail.client.paper.PaperTime;
import org.handrail.client.paper.PlainPdf;
import org.handrail.client.specialist.RosterSettings;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.problem.NotFound;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * A list of disclosures on paper, in the client's language where there are words in it, and in the
 * agency's days and hours. It does not say whose it is: who prints it knows.
 */
@Component
class PdfList {
  private final ListWords words;
  private final RosterSettings settings;
  private final Clients clients;
  private final ClientsWills wills;
  private final Transactions transactions;

  PdfList(
      ListWords words,
      RosterSettings settings,
      Clients clients,
      ClientsWills wills,
      Transactions transactions) {
    this.words = words;
    this.settings = settings;
    this.clients = clients;
    this.wills = wills;
    this.transactions = transactions;
  }

  byte[] write(AgencyId agency, ClientId id, DisclosureList list) {
    return transactions.reading(
        () -> {
          var client = clients.find(agency, id).orElseThrow(NotFound::new);
          return write(agency, client, list);
        });
  }

  private byte[] write(AgencyId agency, Client client, DisclosureList list) {
    var spoken = words.in(client.account().languages());
    var time = new PaperTime(settings.of(agency).zone(), spoken.locale());
    return PlainPdf.of(new Writing(spoken.words(), time, signed(agency, client.id())).lines(list));
  }

  /** When each consent was signed, by how a list names it as a basis. */
  private Map<String, Instant> signed(AgencyId agency, ClientId client) {
    return wills.of(agency, client).consents().stream()
        .filter(Consent.Signed.class::isInstance)
        .map(Consent.Signed.class::cast)
        .collect(toMap(consent -> "consent " + consent.id(), consent -> consent.signature().at()));
  }

  /**
   * A list in one language.
   *
   * @param signed when each consent was signed, by how the list names it as a basis
   */
  record Writing(ListWords.Words words, PaperTime time, Map<String, Instant> signed) {

    List<Line> lines(DisclosureList list) {
      var lines = new ArrayList<Line>();
      lines.add(
          Line.heading(Gaps.fill(words.title(list.kind()), Map.of("citation", list.citation()))));
      lines.add(
          Line.text(
              Gaps.fill(
                  words.period(),
                  Map.of("from", time.of(list.from()), "until", time.of(list.until())))));
      lines.add(Line.EMPTY);
      if (list.disclosures().isEmpty()) {
        lines.add(Line.text(words.nothing()));
      }
      list.disclosures().forEach(disclosure -> lines.addAll(lines(disclosure)));
      list.attempts().forEach(attempt -> lines.add(line(attempt)));
      return lines;
    }

    private List<Line> lines(DisclosureList.Line disclosure) {
      var lines = new ArrayList<Line>();
      lines.add(Line.heading(time.of(disclosure.date())));
      lines.add(
          Line.under(
              1,
              Gaps.fill(
                  words.parties(),
                  Map.of(
                      "discloser", disclosure.discloser(), "recipient", disclosure.recipient()))));
      if (disclosure.address() != null) {
        lines.add(Line.under(2, disclosure.address()));
      }
      if (disclosure.through() != null) {
        lines.add(
            Line.under(
                2, Gaps.fill(words.through(), Map.of("intermediary", disclosure.through()))));
      }
      lines.add(
          Line.under(2, Gaps.fill(words.what(), Map.of("what", each(disclosure.description())))));
      lines.add(
          Line.under(
              2,
              Gaps.fill(
                  words.why(),
                  Map.of(
                      "purpose",
                      words.code(disclosure.purpose()),
                      "basis",
                      basis(disclosure.basis())))));
      lines.add(Line.EMPTY);
      return lines;
    }

    private Line line(DisclosureList.Attempt attempt) {
      return Line.text(
          Gaps.fill(
              words.notTold(),
              Map.of(
                  "at",
                  time.of(attempt.date()),
                  "recipient",
                  attempt.recipient(),
                  "why",
                  words.code(attempt.code()))));
    }

    private String each(String codes) {
      return Arrays.stream(codes.split(", ")).map(words::code).collect(joining(", "));
    }

    private String basis(String basis) {
      var at = signed.get(basis);
      if (at != null) {
        return Gaps.fill(words.consentOf(), Map.of("at", time.of(at)));
      }
      return basis.startsWith("consent ") ? words.consent() : basis;
    }
  }
}
