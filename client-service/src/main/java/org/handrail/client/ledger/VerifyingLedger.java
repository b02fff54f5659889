package org.handrail.client.ledger;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.client.client.ClientId;
import org.handrail.client.ledger.ChainCheck.Anchor;
import org.handrail.client.ledger.ChainCheck.Finding;
import org.handrail.platform.caller.AgencyId;
import org.handrail.platform.scope.AgencyScope;
import org.handrail.platform.scope.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proves every chain of the database, of all agencies, against the anchors that left it, and every
 * package that was released against its link (P2-LOG-1).
 */
@Component
public class VerifyingLedger {
  private final Ledger ledger;
  private final Kept kept;
  private final PublishedAnchors published;
  private final Transactions transactions;
  private final JdbcClient jdbc;

  VerifyingLedger(
      Ledger ledger,
      Kept kept,
      PublishedAnchors published,
      Transactions transactions,
      JdbcClient jdbc) {
    this.ledger = ledger;
    this.kept = kept;
    this.published = published;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  /** Something that is wrong with a chain. */
  public record Wrong(ChainKey chain, Finding finding) {}

  /**
   * @param chains how many were proved
   * @param anchors against how many anchors
   */
  public record Report(int chains, int anchors, List<Wrong> wrong) {}

  /** First the anchors, then the chains, which may have grown since. */
  public Report verify() {
    var anchors = new HashMap<ChainKey, List<Anchor>>(published.all());
    var outside = anchors.values().stream().mapToInt(List::size).sum();
    heads()
        .forEach(
            (chain, head) ->
                anchors.merge(
                    chain,
                    List.of(head),
                    (some, more) -> {
                      var all = new ArrayList<>(some);
                      all.addAll(more);
                      return all;
                    }));
    var wrong = new ArrayList<Wrong>();
    anchors.forEach(
        (chain, ofChain) ->
            findings(chain, ofChain).stream()
                .map(finding -> new Wrong(chain, finding))
                .forEach(wrong::add));
    return new Report(anchors.size(), outside, wrong);
  }

  private record Head(ChainKey chain, Anchor anchor) {}

  private Map<ChainKey, Anchor> heads() {
    return transactions
        .reading(
            () ->
                jdbc.sql("select agency, client_id, length, hash from ledger_chains()")
                    .query(
                        (row, _) ->
                            new Head(
                                new ChainKey(
                                    new AgencyId(row.getString("agency")),
                                    new ClientId(row.getObject("client_id", UUID.class))),
                                new Anchor(row.getLong("length"), new Hash(row.getString("hash")))))
                    .list())
        .stream()
        .collect(toMap(Head::chain, Head::anchor));
  }

  /** What is wrong with one chain, in the order of its positions. */
  List<Finding> findings(ChainKey chain, List<Anchor> anchors) {
    return AgencyScope.as(chain.agency())
        .call(() -> transactions.reading(() -> inTransaction(chain, anchors)));
  }

  private List<Finding> inTransaction(ChainKey chain, List<Anchor> anchors) {
    var rows = ledger.rows(chain);
    var links = rows.stream().flatMap(row -> row.link().stream()).toList();
    return Stream.of(
            rows.stream()
                .filter(row -> row.link().isEmpty())
                .map(row -> new Finding.Altered(row.position())),
            ChainCheck.check(links, anchors).stream(),
            kept.findings(chain).stream())
        .<Finding>flatMap(findings -> findings)
        .distinct()
        .sorted(comparingLong(Finding::position))
        .toList();
  }
}
