package org.handrail.client.accounting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Link;
import org.handrail.client.party.Parties;
import org.jspecify.annotations.Nullable;

/**
 * A list of a client's disclosures, made from the ledger alone: it tells nothing that the ledger
 * does not hold (45 CFR 164.528(b)).
 *
 * @param attempts what was asked and not released; for an intermediary's list there are none
 */
record DisclosureList(
    ListKind kind,
    String citation,
    Instant from,
    Instant until,
    List<Line> disclosures,
    List<Attempt> attempts) {

  /**
   * One disclosure.
   *
   * @param description what was told, in brief
   * @param purpose why, in brief
   * @param basis the consent, or the section of the law
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      Instant date,
      String discloser,
      String recipient,
      @Nullable String address,
      @Nullable String through,
      String description,
      String purpose,
      String basis) {}

  /** Something that was refused. */
  record Attempt(Instant date, String recipient, String code) {}

  static DisclosureList of(ListKind kind, Period period, List<Link> ledger, Parties parties) {
    return new DisclosureList(
        kind,
        kind.citation(),
        period.from(),
        period.until(),
        ledger.stream()
            .filter(link -> belongsTo(kind, link.entry()))
            .map(link -> line(link.entry(), parties))
            .toList(),
        kind == ListKind.INTERMEDIARY_LIST
            ? List.of()
            : ledger.stream().flatMap(link -> attempt(link.entry(), parties).stream()).toList());
  }

  /** From one instant until before another. */
  record Period(Instant from, Instant until) {}

  private static boolean belongsTo(ListKind kind, Entry entry) {
    return entry.isRelease()
        && entry.isShownToTheClient()
        && (kind == ListKind.ACCOUNTING || entry.who().via() != null);
  }

  private static Line line(Entry entry, Parties parties) {
    var who = entry.who();
    var recipient = parties.letterhead(who.recipient());
    var via = who.via();
    return new Line(
        entry.decidedAt(),
        parties.letterhead(who.discloser()).name(),
        recipient.name(),
        recipient.address(),
        via == null ? null : parties.letterhead(via).name(),
        entry.what().description(),
        purpose(entry.what().purpose()),
        basis(entry));
  }

  private static List<Attempt> attempt(Entry entry, Parties parties) {
    return entry.outcome() instanceof Entry.Outcome.Denied(var code)
        ? List.of(
            new Attempt(
                entry.decidedAt(), parties.letterhead(entry.who().recipient()).name(), code))
        : List.of();
  }

  private static String basis(Entry entry) {
    if (!(entry.outcome() instanceof Entry.Outcome.Released released)) {
      throw new IllegalArgumentException("only a release has a basis");
    }
    return entry.cause().needsConsent() ? "consent " + released.basis() : released.basis();
  }

  private static String purpose(String code) {
    return switch (code) {
      case "TREAT" -> "treatment";
      case "HPAYMT" -> "payment";
      case "HOPERAT" -> "health care operations";
      case "COC" -> "coordination of care";
      case "CJ" -> "criminal justice";
      default -> code;
    };
  }
}
