package org.handrail.client.ledger;

import static java.util.Comparator.comparingLong;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.handrail.client.ledger.ChainCheck.Anchor;
import org.handrail.client.ledger.ChainCheck.Finding;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.stereotype.Component;

/**
 * Proves every chain of the database, of all agencies, against the anchors that left it, and every
 * package that was released against its link (P2-LOG-1).
 */
@Component
public class VerifyingLedger {
  // Milliseconds, as a rule.
  private static final Duration PUBLISHED_WITHIN = Duration.ofMinutes(5);

  private final Ledger ledger;
  private final Kept kept;
  private final PublishedAnchors published;
  private final Transactions transactions;
  private final Clock clock;

  VerifyingLedger(
      Ledger ledger,
      Kept kept,
      PublishedAnchors published,
      Transactions transactions,
      Clock clock) {
    this.ledger = ledger;
    this.kept = kept;
    this.published = published;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Something that is wrong with a chain. */
  public record Wrong(ChainKey chain, Finding finding) {}

  /**
   * @param chains how many were proved
   * @param anchors against how many anchors
   */
  public record Report(int chains, int anchors, List<Wrong> wrong) {}

  /**
   * What a chain is proved against.
   *
   * @param head its head in the database, if there is one
   * @param published the anchors that left it
   * @param readAt when these began to be read
   */
  record Known(Optional<Anchor> head, List<Anchor> published, Instant readAt) {
    List<Anchor> all() {
      return Stream.concat(published.stream(), head.stream()).toList();
    }
  }

  /** First the anchors, then the chains, which may have grown since. */
  public Report verify() {
    var readAt = clock.instant();
    var anchors = published.all();
    var heads = transactions.reading(kept::heads);
    var chains = new HashSet<>(anchors.keySet());
    chains.addAll(heads.keySet());
    var wrong = new ArrayList<Wrong>();
    for (var chain : chains) {
      var known =
          new Known(
              Optional.ofNullable(heads.get(chain)),
              anchors.getOrDefault(chain, List.of()),
              readAt);
      findings(chain, known).forEach(finding -> wrong.add(new Wrong(chain, finding)));
    }
    var outside = anchors.values().stream().mapToInt(List::size).sum();
    return new Report(chains.size(), outside, wrong);
  }

  /** What is wrong with one chain, in the order of its positions. */
  List<Finding> findings(ChainKey chain, Known known) {
    return AgencyScope.as(chain.agency())
        .call(() -> transactions.reading(() -> inTransaction(chain, known)));
  }

  private List<Finding> inTransaction(ChainKey chain, Known known) {
    var rows = ledger.rows(chain);
    var links = rows.stream().flatMap(row -> row.link().stream()).toList();
    return Stream.of(
            rows.stream()
                .filter(row -> row.link().isEmpty())
                .map(row -> new Finding.Altered(row.position())),
            ChainCheck.check(links, known.all()).stream(),
            ChainCheck.unpublished(links, known.published(), onTheWay(known.readAt())).stream(),
            kept.findings(chain).stream())
        .<Finding>flatMap(findings -> findings)
        .distinct()
        .sorted(comparingLong(Finding::position))
        .toList();
  }

  // Decided shortly before the anchors were read, or since: other instances have other clocks.
  private Predicate<Instant> onTheWay(Instant readAt) {
    var from = readAt.minus(PUBLISHED_WITHIN);
    var until = clock.instant().plus(PUBLISHED_WITHIN);
    return at -> !at.isBefore(from) && !at.isAfter(until);
  }
}
