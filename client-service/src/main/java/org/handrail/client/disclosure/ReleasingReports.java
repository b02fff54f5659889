package org.handrail.client.disclosure;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.handrail.client.access.Looks;
import org.handrail.client.client.ClientId;
import org.handrail.client.client.Merges;
import org.handrail.client.consent.Category;
import org.handrail.client.consent.Judgement;
import org.handrail.client.consent.ReleaseRequest;
import org.handrail.client.ledger.Entry;
import org.handrail.client.ledger.Ledger;
import org.handrail.client.ledger.Link;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.caller.Person;
import org.handrail.platform.caller.Role;
import org.handrail.platform.http.Codes;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * The door for reports to a funder (REP-3): of each client by themselves it is judged, written down
 * and released as everywhere else, and judged once more whenever it is handed out.
 */
@Component
public class ReleasingReports {
  private final Ledger ledger;
  private final Judging judging;
  private final Releasing releasing;
  private final Packages packages;
  private final Looks looks;
  private final Merges merges;
  private final Transactions transactions;

  ReleasingReports(
      Ledger ledger,
      Judging judging,
      Releasing releasing,
      Packages packages,
      Looks looks,
      Merges merges,
      Transactions transactions) {
    this.ledger = ledger;
    this.judging = judging;
    this.releasing = releasing;
    this.packages = packages;
    this.looks = looks;
    this.merges = merges;
    this.transactions = transactions;
  }

  /** Of how many clients an export tells, and how many people it leaves out. */
  public record Tally(long handedOut, long leftOut) {}

  /** Decides for one client, in the caller's transaction. A denial is a row as well. */
  public void release(Person person, ReportForFunder report) {
    var head = ledger.lock(person.agency(), report.client());
    var judged =
        judging.judge(
            head, report.asked(person.agency()), person.subject(), cause(report.export()));
    switch (judged.judgement()) {
      case Judgement.Deny(var code) -> releasing.deny(judged.occasion(), code);
      case Judgement.Permit permit -> {
        var content = new HashMap<>(report.content());
        content.keySet().removeAll(permit.withheld());
        releasing.release(
            judged.occasion(),
            permit,
            ReleasedPackage.of(
                byCode(content), Scope.of(permit.consent().form()), permit.redisclosure()),
            content.keySet(),
            report.readableUntil());
      }
    }
  }

  private static Map<String, Object> byCode(Map<Category, Object> content) {
    var byCode = new HashMap<String, Object>();
    content.forEach((category, part) -> byCode.put(category.code(), part));
    return byCode;
  }

  /**
   * @param outdated of whom it tells nothing any more: something else was said since than what was
   *     told, by category
   */
  public Tally tally(
      AgencyId agency, UUID export, BiPredicate<ClientId, Map<String, Object>> outdated) {
    var links = ledger.ofMatter(agency, Entry.Matter.GRANT_REPORT, export);
    var leftOut =
        links.stream().filter(link -> !link.entry().isRelease()).map(Link::client).collect(toSet());
    return new Tally(
        links.stream()
            .filter(link -> link.entry().isRelease() && !leftOut.contains(link.client()))
            .filter(
                link ->
                    asItStands(packages.released(link.entry().id()), link, outdated).isPresent())
            .count(),
        merges.people(agency, leftOut));
  }

  /**
   * What may still go, each judged in a transaction of its own.
   *
   * @param outdated the same
   */
  public List<PackageView> handOut(
      Person person, UUID export, BiPredicate<ClientId, Map<String, Object>> outdated) {
    return transactions
        .reading(() -> ledger.ofMatter(person.agency(), Entry.Matter.GRANT_REPORT, export))
        .stream()
        .filter(link -> link.entry().isRelease())
        .flatMap(
            link ->
                transactions.inTransaction(() -> handOut(person, export, link, outdated)).stream())
        .toList();
  }

  private Optional<PackageView> handOut(
      Person person, UUID export, Link link, BiPredicate<ClientId, Map<String, Object>> outdated) {
    var head = ledger.lock(link.agency(), link.client());
    var id = link.entry().id();
    var kept = asItStands(packages.find(id).map(Packages.Kept::released), link, outdated);
    if (ledger.isTakenBack(link) || kept.isEmpty()) {
      return Optional.empty();
    }
    var cause =
        new Entry.Cause(null, null, id, new Entry.Matter(Entry.Matter.GRANT_REPORT, export));
    var judged = judging.judge(head, ReleaseRequest.sameAsOnce(link), person.subject(), cause);
    return switch (judged.judgement()) {
      case Judgement.Deny(var code) -> {
        releasing.deny(judged.occasion(), code);
        yield Optional.empty();
      }
      case Judgement.Permit _ -> {
        packages.fetched(id, judged.occasion().now());
        looks.noticed(person, link.client().value(), as(person));
        yield kept.map(released -> PackageView.of(link, released));
      }
    };
  }

  private static Optional<ReleasedPackage> asItStands(
      Optional<ReleasedPackage> kept,
      Link link,
      BiPredicate<ClientId, Map<String, Object>> outdated) {
    return kept.filter(released -> !outdated.test(link.client(), released.content()));
  }

  private static Entry.Cause cause(UUID export) {
    return Entry.Cause.of(new Entry.Matter(Entry.Matter.GRANT_REPORT, export));
  }

  private static String as(Person person) {
    return Codes.of(person.is(Role.PRIVACY_OFFICER) ? Role.PRIVACY_OFFICER : Role.AGENCY_ADMIN);
  }
}
